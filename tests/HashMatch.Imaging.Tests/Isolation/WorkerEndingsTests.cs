using HashMatch.Imaging.Isolation;

namespace HashMatch.Imaging.Tests.Isolation;

public class WorkerEndingsTests
{
    [Theory]
    [InlineData(129)]
    [InlineData(130)]
    [InlineData(131)]
    [InlineData(137)]
    [InlineData(143)]
    public void What_a_file_cannot_do_to_a_worker_is_not_held_against_it(int exitCode) =>
        Assert.Equal(WorkerEnd.Killed, WorkerEndings.Of(exitCode, "out of memory"));

    [Theory]
    [InlineData(0, "", WorkerEnd.Crashed)]
    [InlineData(134, "Aborted", WorkerEnd.Crashed)]
    [InlineData(139, "", WorkerEnd.Crashed)]
    [InlineData(133, "GLib-ERROR: failed to allocate 16 bytes", WorkerEnd.OutOfMemory)]
    [InlineData(134, "memory allocation of 16 bytes failed", WorkerEnd.OutOfMemory)]
    [InlineData(134, "terminate called after throwing an instance of 'std::bad_alloc'", WorkerEnd.OutOfMemory)]
    [InlineData(134, "Out of memory.", WorkerEnd.OutOfMemory)]
    public void The_last_words_tell_a_lack_of_memory_from_a_crash(int exitCode, string lastWords, object end) =>
        Assert.Equal(end, WorkerEndings.Of(exitCode, lastWords));

    [Fact]
    public void The_first_line_of_a_complaint_is_short_and_has_no_control_characters()
    {
        Assert.Equal("one?two", WorkerEndings.FirstLine("\n  one\u001btwo\r\nthree"));
        Assert.Equal(200, WorkerEndings.FirstLine(new string('x', 999)).Length);
        Assert.Empty(WorkerEndings.FirstLine(" \n"));
    }
}

using HashMatch.Hashers;
using HashMatch.Imaging;
using HashMatch.Matching;

namespace HashMatch.Hosting.Tests;

/// <summary>One submitter's mistake is told to that one alone, and the service goes on.</summary>
public sealed class MistakeTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_that_cannot_be_ends_nothing_but_its_own_submission()
    {
        using var service = Create();
        var bad = Submission.OfForms("bad", Drawn.Forms(DrawnHash.Of(new Random(1))), HashProfile.Pdq1, Drawn.File(1) with { ByteLength = -1 });

        Assert.ThrowsAny<ArgumentException>(() => service.Submit(bad));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => service.SubmitAsync(bad, TestContext.Current.CancellationToken));

        Assert.Equal(Verdict.FirstGeneration, service.Submit(Drawn.Items(1, 1)[0]).Verdict);
    }

    [Fact]
    public void An_id_that_is_a_reports_ends_nothing_but_its_own_submission()
    {
        using var service = Create();

        Assert.Throws<ArgumentException>(() => service.Submit(Submission.OfBytes("report://system/1#2", FakeDecoder.File(1, 1))));

        Assert.Equal(Verdict.FirstGeneration, service.Submit(Submission.OfBytes("a", FakeDecoder.File(1, 1))).Verdict);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_closed_is_a_result_and_gives_back_its_room()
    {
        using var service = Create();
        for (var i = 0; i < 4; i++)
        {
            // Each takes all the room there is.
            var item = Submission.OfStream($"{i}", _ => ValueTask.FromResult<Stream>(new UnclosableStream(FakeDecoder.File(i, i))));
            var submitted = i % 2 == 0
                ? service.SubmitAsync(item, TestContext.Current.CancellationToken)
                : Task.Run(() => service.Submit(item), TestContext.Current.CancellationToken);

            var result = await submitted.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            Assert.Equal(ImageErrorCode.Io, result.Error?.Code);
        }
    }

    [Fact]
    public async Task What_is_under_way_when_a_service_is_disposed_says_so()
    {
        var service = Create();
        using ManualResetEventSlim begun = new();
        using ManualResetEventSlim disposed = new();
        var item = Submission.OfStream("a", _ =>
        {
            begun.Set();
            disposed.Wait(CancellationToken.None);
            return ValueTask.FromResult<Stream>(new MemoryStream(FakeDecoder.File(1, 1)));
        });
        var submitted = Task.Run(() => service.Submit(item), TestContext.Current.CancellationToken);
        begun.Wait(TestContext.Current.CancellationToken);
        service.Dispose();
        disposed.Set();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => submitted);
    }

    MatchService Create() => new([], new()
    {
        Decoder = new FakeDecoder(),
        Decode = new() { MaxBytes = 8 },
        Forms = FormKinds.None,
        CatalogPath = _folder.Path("seen.db"),
    });

    sealed class UnclosableStream(byte[] bytes) : MemoryStream(bytes)
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            throw new IOException("The connection is gone.");
        }
    }
}

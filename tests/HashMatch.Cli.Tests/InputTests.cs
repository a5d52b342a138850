using System.Diagnostics;
using System.Text;
using HashMatch.Cli.Inputs;
using HashMatch.Imaging;

namespace HashMatch.Cli.Tests;

public sealed class InputTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData()]
    [InlineData("nonsense")]
    [InlineData("scan")]
    [InlineData("scan", "x", "--threads", "0")]
    [InlineData("scan", "x", "--threads", "200000000")]
    [InlineData("scan", "x", "--radius", "257")]
    [InlineData("scan", "x", "--format", "xml")]
    [InlineData("scan", "x", "--profile", "pdq-9")]
    [InlineData("scan", "x", "--unknown-option")]
    [InlineData("compare", "x")]
    [InlineData("hash", "x", "--include", "a/../b")]
    [InlineData("hash", "--files-from", "-", "--hashes-from", "-")]
    public void Wrong_usage_exits_with_2_and_prints_no_record(params string[] args)
    {
        var run = CommandRun.Of(args);

        Assert.Equal((ExitCode.WrongUsage, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("hashmatch: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("scan", "--help")]
    [InlineData("--version")]
    public void Help_and_version_exit_with_0(params string[] args)
    {
        var run = CommandRun.Of(args);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.NotEmpty(run.Output);
    }

    [Fact]
    public void Globs_choose_among_the_files_of_folders_at_every_depth()
    {
        foreach (var name in (ReadOnlySpan<string>)["a.bmp", "b.BMP", "c.txt", "sub/d.bmp", "skip/e.bmp"])
        {
            _folder.Write(name, "x");
        }

        Assert.Equal(["a.bmp", "b.BMP", "skip/e.bmp", "sub/d.bmp"], Paths("--include", "*.bmp"));
        Assert.Equal(["a.bmp", "b.BMP", "sub/d.bmp"], Paths("--include", "*.bmp", "--exclude", "skip/**"));
        Assert.Equal(["c.txt"], Paths("--exclude", "*.bmp"));

        string[] Paths(params string[] globs) => RelativePaths(["hash", _folder.Root, .. globs]);
    }

    [Fact]
    public void A_file_named_outright_is_read_whatever_the_globs_say()
    {
        var path = _folder.Write("a.txt", "x");

        Assert.Equal(["a.txt"], RelativePaths(["hash", path, "--include", "*.bmp"]));
    }

    [Fact]
    public void Paths_come_from_a_file_or_from_standard_input()
    {
        var names = new[] { "a b.bmp", "new\nline.bmp" };
        foreach (var name in names)
        {
            _folder.Write(name, "x");
        }

        var list = _folder.Write("list", _folder.Path("a b.bmp") + "\n");
        using MemoryStream input = new(Encoding.UTF8.GetBytes(string.Concat(names.Select(name => _folder.Path(name) + "\0"))));

        Assert.Equal(["a b.bmp"], RelativePaths(["hash", "--files-from", list]));
        Assert.Equal(names, CommandRun.Of(input, "hash", "--files-from", "-", "-0").Records
            .Select(record => record.GetProperty("path").GetString()![(_folder.Root.Length + 1)..]));
        Assert.Equal(ExitCode.Unusable, CommandRun.Of("hash", "--files-from", _folder.Path("missing")).ExitCode);
    }

    [Fact]
    public void A_file_reached_twice_is_one_input()
    {
        var path = _folder.Write("a.bmp", "x");

        Assert.Equal(["a.bmp"], RelativePaths(["hash", path, path, _folder.Root, _folder.Root + "/"]));
        Assert.Single(CommandRun.Of("hash", path, $"{_folder.Root}/./a.bmp").Records);
    }

    [Fact]
    public void Links_are_followed_but_not_in_circles()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Creating links needs a privilege on Windows.");
        using TemporaryFolder elsewhere = new();
        elsewhere.Write("b.bmp", "x");
        _folder.Write("real/a.bmp", "x");
        Directory.CreateSymbolicLink(_folder.Path("real/loop"), _folder.Path("real"));
        Directory.CreateSymbolicLink(_folder.Path("linked"), _folder.Path("real"));
        Directory.CreateSymbolicLink(_folder.Path("outside"), elsewhere.Root);
        Directory.CreateSymbolicLink(_folder.Path("outside again"), elsewhere.Root);
        File.CreateSymbolicLink(_folder.Path("real/broken.bmp"), _folder.Path("nowhere"));

        var run = CommandRun.Of("hash", _folder.Root);

        // One place is one folder, under its own name before that of a link.
        Assert.Equal(["outside/b.bmp", "real/a.bmp", "real/broken.bmp"],
            run.Records.Select(record => record.GetProperty("path").GetString()![(_folder.Root.Length + 1)..]));
        Assert.Equal("not-found", run.Records[2].GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(["linked/a.bmp", "linked/broken.bmp"], RelativePaths(["hash", _folder.Path("linked"), _folder.Path("real/.")]));
    }

    [Fact]
    public void Folders_full_of_links_to_one_another_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Creating links needs a privilege on Windows.");
        const int Count = 30;
        Directory.CreateSymbolicLink(_folder.Path("up"), ".");
        for (var i = 0; i < Count; i++)
        {
            _folder.Write($"{i}/a.bmp", "x");
            for (var j = 0; j < Count; j++)
            {
                // Every second one through yet another link, so that no spelling repeats.
                Directory.CreateSymbolicLink(_folder.Path($"{i}/to{j}"), j % 2 == 0 ? $"../{j}" : $"../up/{j}");
            }
        }

        Assert.Equal(Enumerable.Range(0, Count).Select(i => $"{i}/a.bmp").Order(StringComparer.Ordinal), RelativePaths(["hash", _folder.Root]));
    }

    [Fact]
    public void A_folder_that_may_not_be_listed_fails_with_its_reason()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("Nothing is forbidden to a privileged process, and modes are Unix's.");
            return;
        }

        _folder.Write("a.bmp", "x");
        _folder.Write("closed/b.bmp", "x");
        File.SetUnixFileMode(_folder.Path("closed"), UnixFileMode.None);

        var records = CommandRun.Of("hash", _folder.Root).Records;
        File.SetUnixFileMode(_folder.Path("closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal(["a.bmp", "closed"], records.Select(record => record.GetProperty("path").GetString()![(_folder.Root.Length + 1)..]));
        Assert.Equal("access-denied", records[1].GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void A_folder_that_cannot_be_listed_says_whether_it_is_forbidden_gone_or_broken()
    {
        Exception[] met = [new UnauthorizedAccessException(), new DirectoryNotFoundException(), new IOException()];

        Assert.Equal([ImageErrorCode.AccessDenied, ImageErrorCode.NotFound, ImageErrorCode.Io], met.Select(exception => InputFailures.OfFolder(exception).Code));
    }

    [Fact]
    public void A_parent_behind_a_link_is_that_of_the_place_the_link_leads_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Creating links needs a privilege on Windows.");
        _folder.Write("far/x/far.bmp", "x");
        _folder.Write("far/deep/deep.bmp", "x");
        _folder.Write("top/x/top.bmp", "x");
        Directory.CreateSymbolicLink(_folder.Path("top/sub"), "../far/deep");
        Directory.CreateSymbolicLink(_folder.Path("top/tofar"), "sub/../x");

        Assert.Equal(["top/sub/deep.bmp", "top/tofar/far.bmp", "top/x/top.bmp"], RelativePaths(["hash", _folder.Path("top")]));
    }

    [Fact]
    public void Folders_excluded_whole_are_not_looked_into()
    {
        _folder.Write("a.bmp", "x");
        _folder.Write("no/b.bmp", "x");
        _folder.Write("half/c.jpg", "x");
        _folder.Write("half/deep/d.bmp", "x");

        Assert.Equal(["a.bmp", "half/deep/d.bmp"], RelativePaths(["hash", _folder.Root, "--exclude", "no/**", "--exclude", "half/*.jpg"]));
        Assert.Equal(["a.bmp", "no/b.bmp"], RelativePaths(["hash", _folder.Root, "--exclude", "half"]));
    }

    [Fact]
    public void Names_that_are_no_utf8_fail_each_by_itself()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere names are Unicode.");
        // The shell makes and removes them: they have no name in .NET.
        Shell("touch ok.bmp $(printf '\\377.bmp \\376.bmp')");
        var records = CommandRun.Of("hash", _folder.Root).Records;
        Shell("rm *.bmp");

        Assert.Equal(["empty", "io", "io"], records.Select(record => record.GetProperty("error").GetProperty("code").GetString()!));

        void Shell(string script)
        {
            using var shell = Process.Start("sh", ["-c", $"cd '{_folder.Root}' && {script}"]);
            shell.WaitForExit();
        }
    }

    [Fact]
    public void A_table_without_rows_still_has_its_header()
    {
        Assert.StartsWith("path,status,", CommandRun.Of("hash", _folder.Root, "--format", "csv").Output, StringComparison.Ordinal);
        Assert.StartsWith("cluster,size,", CommandRun.Of("cluster", _folder.Root, "--format", "csv").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_record_and_its_file_are_one_input_however_it_is_spelled()
    {
        var path = _folder.WritePicture("a.bmp", seed: 1);
        var records = _folder.Write("hashes.jsonl", CommandRun.Of("hash", path).Output);

        var run = CommandRun.Of("scan", $"{_folder.Root}/./a.bmp", "--hashes-from", records);

        Assert.Equal("first-generation", Assert.Single(run.Records).GetProperty("verdict").GetString());
    }

    [Fact]
    public void An_empty_path_fails_alone()
    {
        var record = Assert.Single(CommandRun.Of("hash", "").Records);

        Assert.Equal("not-found", record.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void A_path_that_begins_with_an_at_sign_is_a_path()
    {
        Assert.Equal("@nowhere", CommandRun.Of("hash", "@nowhere").Records[0].GetProperty("path").GetString());
    }

    string[] RelativePaths(string[] args) =>
        [.. CommandRun.Of(args).Records.Select(record => record.GetProperty("path").GetString()![(_folder.Root.Length + 1)..])];
}

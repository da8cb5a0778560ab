using GuruReports.Hosting.Sinks;
using GuruReports.Hosting.Triggers;

namespace GuruReports.Hosting.Tests.Triggers;

public sealed partial class RequestFileTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("guru-request-");
    private DateTime _time = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Check_FileThatExistsAlready_AsksForNothing()
    {
        var path = Touch("ask");
        var file = Watch(path);

        Assert.Null(file.Check());
    }

    [Fact]
    public void Check_CreatedThenTouched_AsksOnceEach()
    {
        var path = Path.Combine(_directory.FullName, "ask");
        var file = Watch(path);

        Touch("ask");
        var created = file.Check();
        var quiet = file.Check();
        Touch("ask");
        var touched = file.Check();

        Assert.Equal("request file " + path, created);
        Assert.Null(quiet);
        Assert.Equal("request file " + path, touched);
        Assert.Null(file.Check());
    }

    [Fact]
    public void Check_RemovedThenCreatedAgain_AsksAgain()
    {
        var path = Touch("ask");
        var file = Watch(path);

        File.Delete(path);
        var removed = file.Check();
        Touch("ask");

        Assert.Null(removed);
        Assert.NotNull(file.Check());
    }

    [Fact]
    public void Check_DirectoryMissing_AsksWhenItAppears()
    {
        var file = Watch(Path.Combine(_directory.FullName, "later", "ask"));

        var missing = file.Check();
        Directory.CreateDirectory(Path.Combine(_directory.FullName, "later"));
        Touch("later/ask");

        Assert.Null(missing);
        Assert.NotNull(file.Check());
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Check_UnreadableFile_AsksWhenTouched()
    {
        var path = Touch("ask");
        File.SetUnixFileMode(path, UnixFileMode.None);
        var file = Watch(path);

        Touch("ask");

        Assert.NotNull(file.Check());
    }

    [Fact]
    public void Check_Link_AsksForNothingAndSaysWhy()
    {
        Touch("target");
        var link = Path.Combine(_directory.FullName, "link");
        File.CreateSymbolicLink(link, Path.Combine(_directory.FullName, "target"));
        var file = Watch(link);

        Touch("target");

        Assert.Null(file.Check());
        Assert.Equal("it is a symbolic link", file.Refusal);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Check_DirectoryThatEverybodyMayWriteTo_AsksForNothing()
    {
        File.SetUnixFileMode(_directory.FullName, (UnixFileMode)0x1ff);
        var file = Watch(_directory.FullName);

        Touch("anything");

        Assert.Null(file.Check());
        Assert.NotNull(file.Refusal);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Check_FileOfAnotherUser_AsksForNothing()
    {
        var path = Path.Combine(_directory.FullName, "ask");
        var file = Watch(path);
        Touch("ask");
        if (Chown(path, 12345, 12345) != 0)
        {
            return;
        }

        Assert.Null(file.Check());
        Assert.Equal("it belongs to another user", file.Refusal);
    }

    [Fact]
    public void Check_FileCreatedInAWatchedDirectory_Asks()
    {
        var file = Watch(_directory.FullName);

        Touch("anything");

        Assert.NotNull(file.Check());
        Assert.Null(file.Check());
    }

    [Fact]
    public void Check_ReportWrittenInAWatchedDirectory_AsksForNothing()
    {
        var file = Watch(_directory.FullName);

        Touch(".svc_gurumeditation_20260101000000_a-1.txt.part");
        var unfinished = file.Check();
        File.Move(
            Path.Combine(_directory.FullName, ".svc_gurumeditation_20260101000000_a-1.txt.part"),
            Path.Combine(_directory.FullName, "svc_gurumeditation_20260101000000_a-1.txt"));
        Stamp(_directory.FullName);
        var finished = file.Check();
        Touch("by hand");

        Assert.Null(unfinished);
        Assert.Null(finished);
        Assert.NotNull(file.Check());
    }

    [Fact]
    public void Check_NothingChanges_AllocatesNothing()
    {
        var file = Watch(Touch("ask"));
        file.Check();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var tick = 0; tick < 100; tick++)
        {
            file.Check();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData("/x/ask", "/x/ask")]
    [InlineData(null, null)]
    public void Choose_Option_Wins(string? option, string? expected)
    {
        Assert.Equal(expected, RequestFile.Choose(option));
    }

    public void Dispose() => _directory.Delete(recursive: true);

    [System.Runtime.InteropServices.LibraryImport("libc", EntryPoint = "chown", StringMarshalling = System.Runtime.InteropServices.StringMarshalling.Utf8)]
    private static partial int Chown(string path, int user, int group);

    private static RequestFile Watch(string path) => new(path, name => ReportFileName.IsAnyReport(name));

    private string Touch(string name)
    {
        var path = Path.Combine(_directory.FullName, name);
        if (!File.Exists(path))
        {
            File.WriteAllText(path, "");
        }

        // Times of the test's own: the clock of a file system may be too coarse for two touches in a row.
        Stamp(path);
        Stamp(Path.GetDirectoryName(path)!);
        return path;
    }

    private void Stamp(string path)
    {
        _time += TimeSpan.FromSeconds(1);
        File.SetLastWriteTimeUtc(path, _time);
    }
}

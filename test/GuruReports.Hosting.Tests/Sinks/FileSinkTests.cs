using System.Runtime.Versioning;
using GuruReports.Hosting.Sinks;

namespace GuruReports.Hosting.Tests.Sinks;

/// <summary>Files on a real disk. Full and read-only disks and other users are in the end-to-end tests.</summary>
[UnsupportedOSPlatform("windows")]
public sealed partial class FileSinkTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("guru-files-").FullName;

    private string Reports => Path.Combine(_root, "reports");

    [Fact]
    public void Write_ClockAtNoon_NamesTheFileAsTheAncestorDoes()
    {
        var path = Sink().Write(Rendered.Report());

        Assert.StartsWith("fake-service_gurumeditation_20140101120000", Path.GetFileName(path), StringComparison.Ordinal);
        Assert.Equal("====\nGuru Meditation\n", File.ReadAllText(path));
    }

    [Fact]
    public void Write_MissingDirectory_IsMadeForTheOwnerOnly()
    {
        var path = Sink().Write(Rendered.Report());

        Assert.Equal("0700", Mode(Reports));
        Assert.Equal("0600", Mode(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(Reports));
    }

    [Fact]
    public void Write_SameReportTwice_KeepsBoth()
    {
        var sink = Sink();

        var first = sink.Write(Rendered.Report("first"));
        var second = sink.Write(Rendered.Report("second"));

        Assert.NotEqual(first, second);
        Assert.Equal("first", File.ReadAllText(first));
        Assert.Equal("second", File.ReadAllText(second));
    }

    [Fact]
    public void Write_LoneSurrogate_IsReplaced()
    {
        var path = Sink().Write(Rendered.Report("a\ud800b"));

        Assert.Equal("a\uFFFDb", File.ReadAllText(path));
    }

    [Fact]
    public void Write_DirectoryIsALink_IsRefused()
    {
        Directory.CreateDirectory(Path.Combine(_root, "target"));
        Directory.CreateSymbolicLink(Reports, Path.Combine(_root, "target"));

        var exception = Assert.Throws<SinkException>(() => Sink().Write(Rendered.Report()));

        Assert.Equal($"the directory {Reports} is refused: it is a symbolic link", exception.Message);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_root, "target")));
    }

    [Fact]
    public void Write_DirectoryIsAFile_IsRefused()
    {
        File.WriteAllText(Reports, "mine");

        var exception = Assert.Throws<SinkException>(() => Sink().Write(Rendered.Report()));

        Assert.Contains("it is not a directory", exception.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Reports));
    }

    [Theory]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void Write_DirectoryThatOthersCanWrite_IsRefused(UnixFileMode extra)
    {
        MakeReports(extra);

        var exception = Assert.Throws<SinkException>(() => Sink().Write(Rendered.Report()));

        Assert.Contains("has no sticky bit", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_DirectoryWithStickyBit_IsUsed()
    {
        MakeReports(UnixFileMode.OtherWrite | UnixFileMode.StickyBit);

        Assert.True(File.Exists(Sink().Write(Rendered.Report())));
    }

    [Fact]
    public void Write_NoDirectory_SaysWhatToSet()
    {
        var exception = Assert.Throws<SinkException>(() =>
            new FileSink(directory: null, new ReportRetention(20, 1000)).Write(Rendered.Report()));

        Assert.Contains("GuruMeditation:Directory", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_FinalNameIsALinkElsewhere_LeavesItAlone()
    {
        MakeReports(UnixFileMode.None);
        var target = Path.Combine(_root, "target");
        File.WriteAllText(target, "precious");
        File.CreateSymbolicLink(Path.Combine(Reports, ReportFileName.Of(Rendered.Report(), 0)), target);

        var path = Sink().Write(Rendered.Report());

        Assert.EndsWith("_7f3a-1-1.txt", path, StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(target));
    }

    [Fact]
    public void Write_MoreThanTheCount_RemovesTheOldestOfItsOwn()
    {
        MakeReports(UnixFileMode.None);
        var foreign = Put("other_gurumeditation_20130101000000_x.txt");
        var notes = Put("fake-service_gurumeditation_notes.txt");
        var old = Put("fake-service_gurumeditation_20130101000000_x.txt");
        var older = Put("fake-service_gurumeditation_20120101000000_x.txt");

        var path = Sink(count: 2).Write(Rendered.Report());

        var expected = new[] { foreign, notes, old, path };
        Assert.Equal(expected.Order(StringComparer.Ordinal), Directory.GetFiles(Reports).Order(StringComparer.Ordinal));
        Assert.False(File.Exists(older));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Write_NamesOfItsShapeThatAreNoReportsOfIts_Stay()
    {
        MakeReports(UnixFileMode.None);
        var link = Path.Combine(Reports, "fake-service_gurumeditation_20120101000000_a.txt");
        var folder = Path.Combine(Reports, "fake-service_gurumeditation_20120101000001_a.txt");
        var pipe = Path.Combine(Reports, "fake-service_gurumeditation_20120101000002_a.txt");
        var other = Put("fake-service_gurumeditation_20120101000003_a.log");
        File.CreateSymbolicLink(link, other);
        Directory.CreateDirectory(folder);
        Assert.Equal(0, MakePipe(pipe, 0x180));

        Sink(count: 1).Write(Rendered.Report());

        Assert.Equal(5, Directory.GetFileSystemEntries(Reports).Length);
    }

    [Fact]
    public void Write_MoreThanTheBytes_KeepsAtLeastTheNewest()
    {
        MakeReports(UnixFileMode.None);
        Put("fake-service_gurumeditation_20130101000000_x.txt");

        var path = Sink(bytes: 10).Write(Rendered.Report(new string('x', 1000)));

        Assert.Equal([path], Directory.GetFiles(Reports));
    }

    [Fact]
    public void Write_LeftoverOfAKilledProcess_IsRemovedWhenOld()
    {
        MakeReports(UnixFileMode.None);
        var fresh = Put(".fake-service_gurumeditation_20130101000000_x.txt.part");
        var abandoned = Put(".fake-service_gurumeditation_20120101000000_x.txt.part");
        File.SetLastWriteTimeUtc(abandoned, DateTime.UtcNow.AddHours(-2));

        Sink().Write(Rendered.Report());

        Assert.True(File.Exists(fresh));
        Assert.False(File.Exists(abandoned));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string Mode(string path) => "0" + Convert.ToString((int)File.GetUnixFileMode(path), 8);

    [System.Runtime.InteropServices.LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = System.Runtime.InteropServices.StringMarshalling.Utf8)]
    private static partial int MakePipe(string path, uint mode);

    private FileSink Sink(int count = 20, long bytes = 1 << 20) => new(Reports, new ReportRetention(count, bytes));

    private string Put(string name)
    {
        var path = Path.Combine(Reports, name);
        File.WriteAllText(path, "0123456789");
        return path;
    }

    private void MakeReports(UnixFileMode extra)
    {
        Directory.CreateDirectory(Reports);
        File.SetUnixFileMode(Reports, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | extra);
    }
}

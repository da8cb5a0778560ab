using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>A report that cannot become a file comes on standard error, and says why.</summary>
[Collection(FaultCollection.Name)]
public sealed class DirectoryTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("guru-fault-").FullName;

    private string Reports => Path.Combine(_root, "reports");

    [Fact]
    public void Directory_Missing_IsMadeForTheOwnerOnly()
    {
        using var service = Start(":");

        var report = service.SignalAndWait();

        var file = Assert.Single(Directory.GetFiles(Reports));
        Assert.Equal(Convert.ToInt32("700", 8), Mode(Reports));
        Assert.Equal(Convert.ToInt32("600", 8), Mode(file));
        FaultMatrix.Record("G1", "The directory is missing", "made with mode 0700; report in a file of mode 0600", report);
    }

    [RootFact]
    public void Disk_Full_ReportComesOnStandardError() =>
        CheckMounted("G2", "The disk is full", "size=64k", "No space left|not enough space|disk was full|disk is full");

    [RootFact]
    public void Disk_NoInodes_ReportComesOnStandardError() =>
        CheckMounted("G3", "No inodes are left", "nr_inodes=1", "No space left|disk was full|disk is full");

    [RootFact]
    public void Disk_ReadOnly_ReportComesOnStandardError() =>
        CheckMounted("G4", "The file system is read-only", "ro", "Read-only file system", isToldAtStart: true);

    [Fact]
    public void Directory_SymbolicLink_IsRefused() =>
        Check("G5", "The directory is a symbolic link", $"mkdir -m 700 {_root}/real && ln -s {_root}/real {Reports}", "it is a symbolic link");

    [RootFact]
    public void Directory_ForeignOwner_IsRefused() =>
        Check("G6", "The directory belongs to another user", $"mkdir -m 700 {Reports} && chown 12345 {Reports}", "it belongs to another user (uid 12345)");

    [Theory]
    [InlineData("770", "G7", "group-writable")]
    [InlineData("707", "G8", "world-writable")]
    public void Directory_OthersMayWrite_IsRefused(string mode, string row, string what) =>
        Check(row, $"The directory is {what}", $"mkdir {Reports} && chmod {mode} {Reports}", "has no sticky bit");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static bool IsWarning(string line) => line.Contains("Report files cannot be written as it is now", StringComparison.Ordinal);

    private static int Mode(string path) => (int)File.GetUnixFileMode(path);

    // In a mount namespace of the service's own, which ends with it.
    private void CheckMounted(string row, string fault, string options, string reasons, bool isToldAtStart = false)
    {
        Directory.CreateDirectory(Reports);
        File.SetUnixFileMode(Reports, (UnixFileMode)Convert.ToInt32("700", 8));
        Check(row, fault, ":", reasons, $"unshare --mount bash -c 'mount -t tmpfs -o mode=700,{options} tmpfs {Reports} && exec \"$@\"' bash", isToldAtStart);
    }

    private void Check(string row, string fault, string before, string reasons, string wrapper = "", bool isToldAtStart = true)
    {
        using var service = Start(before, wrapper);
        if (isToldAtStart)
        {
            Until.True(() => service.Output.Count(IsWarning) > 0, Limits.Start, service.Output.ToString);
        }

        var report = service.SignalAndWait();
        service.Ping();

        var reason = reasons.Split('|').FirstOrDefault(text => report.LastLine.Contains(text, StringComparison.Ordinal));
        Assert.True(reason is not null, $"None of '{reasons}' in: {report.LastLine}");
        Assert.Contains("Large", SectionTitles.Of(service.Error.ToString()));
        FaultMatrix.Record(row, fault, $"report on standard error; its last line says `…{reason}`", report);
    }

    private FaultProcess Start(string before, string wrapper = "") => FaultProcess.Start(new FaultSetup
    {
        Illnesses = ["section-large:400000"],
        Before = before,
        Wrapper = wrapper,
        Settings = [("Destination", "File"), ("Directory", Reports)],
    }).WaitUntilSick();
}

using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Processes;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Findings.Resources;

public class ResourceTests
{
    [Theory]
    [InlineData(700, null)]
    [InlineData(850, FindingSeverity.Warning)]
    [InlineData(990, FindingSeverity.Critical)]
    public void Evaluate_DescriptorsOfAThousand_ByShare(int used, FindingSeverity? expected)
    {
        var report = With(new ResourceFacts
        {
            Descriptors = new DescriptorFacts { Used = used, Limit = 1000, Kinds = [new CountFacts("file", 800)], RepeatedFiles = [new CountFacts("/srv/template.txt", 790)] },
        });

        var finding = report.Findings().SingleOrDefault();

        Assert.Equal(expected, finding?.Severity);
        Assert.True(expected is null || finding!.Evidence.Contains("open 790 times: /srv/template.txt"));
    }

    [Theory]
    [InlineData(49, 0)]
    [InlineData(50, 1)]
    public void Evaluate_ConnectionsInCloseWait_FromFifty(int count, int expected)
    {
        var report = With(new ResourceFacts
        {
            Sockets = new SocketFacts { States = [new CountFacts("CLOSE_WAIT", count)], Peers = [new PeerFacts("10.0.0.5:5432", "CLOSE_WAIT", count)] },
        });

        Assert.Equal(expected, report.Findings().Count(finding => finding.Id == "GURU015" && finding.Evidence[0].Contains("10.0.0.5:5432", StringComparison.Ordinal)));
    }

    [Fact]
    public void Evaluate_PortsTowardsOnePeerRunOut_NamesThePeer()
    {
        var report = With(new ResourceFacts
        {
            Sockets = new SocketFacts { EphemeralPortCount = 1000, BusiestPeer = new PeerFacts("10.0.0.5:443", "any", 900), TimeWait = 880 },
        });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU016", finding.Id);
        Assert.Contains("10.0.0.5:443", finding.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_ListenerWithAFullQueue_NamesItsAddress()
    {
        var report = With(new ResourceFacts { Sockets = new SocketFacts { Listeners = [new ListenerFacts("0.0.0.0:80", 511)] } });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU033", finding.Id);
        Assert.Equal("511 connections to 0.0.0.0:80 are made and wait to be accepted", finding.Summary);
    }

    [Theory]
    [InlineData(1000L, 100L, 0)]
    [InlineData(1000L, 400L, 1)]
    [InlineData(5L, 5L, 0)]
    public void Evaluate_ThrottledPeriods_ByShareOfEnoughPeriods(long periods, long throttled, int expected)
    {
        var report = With(new ResourceFacts { ControlGroup = new ControlGroup { Version = 2, Path = "/", CpuLimit = 0.5, CpuPeriods = periods, ThrottledPeriods = throttled } });

        Assert.Equal(expected, report.Findings().Count(finding => finding.Id == "GURU019"));
    }

    [Fact]
    public void Evaluate_ThrottledLongAgoButNotLately_Nothing()
    {
        var group = new ControlGroup { Version = 2, Path = "/", CpuPeriods = 1000, ThrottledPeriods = 900 };

        Assert.Empty(With(new ResourceFacts { ControlGroup = group, RecentThrottling = new ThrottlingFacts(100, 0) }).Findings());
    }

    [Theory]
    [InlineData(100L, 50L, null)]
    [InlineData(100L, 4L, FindingSeverity.Warning)]
    [InlineData(2000L, 6L, null)]
    public void Evaluate_DiskInGibibytes_ByShareAndSize(long total, long free, FindingSeverity? expected)
    {
        var report = With(new ResourceFacts { Disks = [new DiskFacts("content root", "/srv", total << 30, free << 30)] });

        Assert.Equal(expected, report.Findings().SingleOrDefault()?.Severity);
    }

    [Fact]
    public void Evaluate_TwoDirectoriesOnOneFullDisk_OneFinding()
    {
        var report = With(new ResourceFacts { Disks = [new DiskFacts("content root", "/srv", 1L << 40, 10), new DiskFacts("temporary directory", "/tmp", 1L << 40, 10)] });

        var finding = Assert.Single(report.Findings());

        Assert.Equal(FindingSeverity.Critical, finding.Severity);
        Assert.Equal(2, finding.Evidence.Count);
    }

    [Fact]
    public void Evaluate_NoInodeLeftWhereWritingFailed_NamesMountAndPathAndNoFailureBeside()
    {
        var disk = new DiskFacts(DiskFacts.WritingFailed, "/data/spool/17", 8L << 20, 6L << 20, "tmpfs") { Mount = "/data", Inodes = 1024, InodesAvailable = 0 };
        var report = With(new ResourceFacts { Disks = [disk] }).With(Written("No space left on device : '/data/spool/17'"));

        var finding = Assert.Single(report.Findings());

        Assert.Equal(("GURU021", FindingSeverity.Critical), (finding.Id, finding.Severity));
        Assert.Equal("no more files can be made where writing failed, but 0 of 1 024, though 6 MiB are free: /data (tmpfs)", finding.Summary);
        Assert.Contains("where writing failed: /data/spool/17", finding.Evidence);
        Assert.Contains("  thrown in Bank.Spool.Write", finding.Evidence);
    }

    [Theory]
    [InlineData(DiskFacts.WritingFailed, "GURU021")]
    [InlineData("program", "GURU035")]
    public void Evaluate_ReadOnlyDisk_OnlyWhereWritingFailed(string purpose, string expected)
    {
        var disk = new DiskFacts(purpose, "/data/x", 8L << 30, 8L << 30, "ext4") { Mount = "/data", IsReadOnly = true };

        Assert.Equal(expected, Assert.Single(With(new ResourceFacts { Disks = [disk] }).With(Written("Read-only file system : '/data/x'")).Findings()).Id);
    }

    [Fact]
    public void Evaluate_WritingFailedThoughThereIsRoom_SaysSoBesideTheFailure()
    {
        var disk = new DiskFacts(DiskFacts.WritingFailed, "/data/x", 8L << 30, 4L << 30, "ext4") { Mount = "/data", Inodes = 1000, InodesAvailable = 500 };

        var finding = Assert.Single(With(new ResourceFacts { Disks = [disk] }).With(Written("Disk quota exceeded : '/data/x'")).Findings());

        Assert.Equal("GURU035", finding.Id);
        Assert.Contains("at /data/x: 4 GiB and 500 files are free now: it was freed meanwhile, or a quota refuses it", finding.Evidence);
    }

    private static ExceptionFacts Written(string message) => new()
    {
        Since = DateTimeOffset.UnixEpoch - TimeSpan.FromMinutes(1),
        Total = 12,
        Types =
        [
            new ThrownTypeFacts
            {
                Type = "System.IO.IOException",
                Count = 12,
                Kind = FailureKind.DiskFull,
                Message = message,
                FirstAt = DateTimeOffset.UnixEpoch - TimeSpan.FromSeconds(30),
                LastAt = DateTimeOffset.UnixEpoch,
                ThrowSites = [new CountFacts("Bank.Spool.Write", 12)],
            },
        ],
    };

    [Fact]
    public void Evaluate_OthersUseAllCpusAndTheServiceIsSickItself_MachineComesLastAsInformation()
    {
        var findings = With(new ResourceFacts { Cpu = Cpu(own: 0.3, descendants: 0, others: 3.7) })
            .With(Some.RuntimeWithPool(5, pending: 30))
            .With(5, number => ThreadBuilder.Worker(number).At("Bank.Desk", "Pay", 3).Sleeping())
            .Findings();

        Assert.Equal(["GURU003", "GURU020"], findings.Select(finding => finding.Id));
        Assert.Equal(FindingSeverity.Information, findings[1].Severity);
    }

    [Fact]
    public void Evaluate_OthersUseAllCpus_MachineBusy()
    {
        var report = With(new ResourceFacts { Cpu = Cpu(own: 0.3, descendants: 0, others: 3.7) });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU020", finding.Id);
        Assert.Equal("all 4 CPUs are busy: others use 3.7 of them, this process 0.3", finding.Evidence[0]);
    }

    [Theory]
    [InlineData(3.8, 0, 0.16)]
    [InlineData(0.1, 3.6, 0.26)]
    [InlineData(1.5, 1, 1.46)]
    public void Evaluate_TheServiceAndWhatItStartedUseTheCpus_MachineNotBlamed(double own, double descendants, double others)
    {
        var report = With(new ResourceFacts { Cpu = Cpu(own, descendants, others) });

        Assert.Empty(report.Findings());
    }

    [Theory]
    [InlineData(0.4, 0)]
    [InlineData(2.5, 1)]
    public void Evaluate_TasksWaitedForCpu_MachineBlamedOnlyWhenOthersTookIt(double others, int expected)
    {
        var report = With(new ResourceFacts
        {
            Cpu = Cpu(3.5, 0, 0.4) with { OthersShareSincePrevious = others },
            Pressure = [new PressureFacts("cpu", "machine", 80, 80, 0, 0)],
        });

        Assert.Equal(expected, report.Findings().Count(finding => finding.Id == "GURU020"));
    }

    [Fact]
    public void Evaluate_Zombies_Counted()
    {
        var children = Enumerable.Range(10, 12).Select(id => new ProcessNodeFacts { Id = id, ParentId = 1, Name = "git", State = "zombie" });
        var root = new ProcessNodeFacts { Id = 1, ParentId = 0, Name = "bank", State = "running", Children = [.. children] };
        var report = new ReportBuilder().With(new ProcessFacts { Root = root, Zombies = 12, Descendants = 12 });

        var finding = Assert.Single(report.Findings());

        Assert.Equal("GURU034", finding.Id);
        Assert.Equal("12 × git", finding.Evidence[0]);
    }

    private static CpuFacts Cpu(double own, double descendants, double others) =>
        new() { ProcessorCount = 4, MachineProcessors = 4, MachineBusy = 0.99, ProcessShare = own, DescendantShare = descendants, OthersShare = others };

    private static ReportBuilder With(ResourceFacts facts) => new ReportBuilder().With(facts);
}

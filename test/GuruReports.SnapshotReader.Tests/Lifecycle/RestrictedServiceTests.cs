using System.Globalization;

namespace GuruReports.SnapshotReader.Tests.Lifecycle;

public class RestrictedServiceTests
{
    private static readonly string[] s_nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--bounding-set=-all", "--inh-caps=-all"];

    [Fact]
    public void TakeSnapshot_SeccompForbidsProcesses_UnavailableAndSaysSo()
    {
        var outcome = Target.Run("once", "--forbid-processes");

        Assert.Equal("False", outcome["available"]);
        Assert.Contains("Operation not permitted", outcome["reason"], StringComparison.Ordinal);
        Assert.Contains("seccomp", outcome["reason"], StringComparison.Ordinal);
        Assert.Equal("0", outcome["children"]);
    }

    [Fact]
    public void TakeSnapshot_NobodyWithoutCapabilities_Reads()
    {
        // Who is not root already is the case in question.
        var outcome = Environment.UserName == "root" ? Target.Run(s_nobody, ["once"]) : Target.Run("once");

        Target.AssertRead(outcome);
        Assert.Equal("0", outcome["children"]);
    }

    [Fact]
    public void TakeSnapshot_HelperIsNotReadableForTheServicesUser_SaysSo()
    {
        using var copy = new HelperCopy();
        File.SetUnixFileMode(copy.Folder, (UnixFileMode)0b101_101_101 | UnixFileMode.UserWrite);
        File.SetUnixFileMode(copy.Program, UnixFileMode.None);

        var outcome = Target.Run(Environment.UserName == "root" ? s_nobody : [], ["once", "--helper-directory", copy.Folder]);

        Assert.StartsWith("the helper cannot be read: Access to the path", outcome["reason"], StringComparison.Ordinal);
        Assert.Equal("0", outcome["attempts"]);
    }

    [Fact]
    public void TakeSnapshot_NoNewPrivileges_Reads()
    {
        var outcome = Target.Run(["setpriv", "--no-new-privs"], ["once"]);

        Target.AssertRead(outcome);
    }

    [Fact]
    public void TakeSnapshot_ServiceIsNotDumpable_RefusedAndLeavesItSo()
    {
        var outcome = Target.Run("once", "--undumpable");

        Assert.Contains("not dumpable", outcome["reason"], StringComparison.Ordinal);
        Assert.Equal("0", outcome["attempts"]);
        Assert.Equal("0", outcome["dumpable"]);
    }

    [Fact]
    public void TakeSnapshot_ServiceIsNotDumpableButAllowsIt_ReadsAndLeavesItSo()
    {
        string[] arguments = ["once", "--undumpable", "--allow-undumpable"];
        var outcome = Environment.UserName == "root" ? Target.Run(s_nobody, arguments) : Target.Run(arguments);

        Target.AssertRead(outcome);
        Assert.Equal("0", outcome["dumpable"]);
    }

    [Fact]
    public void TakeSnapshot_PauseBudgetExceeded_RefusedWithNumbers()
    {
        var outcome = Target.Run("once", "--maximum-pause", "0.5");

        Assert.Matches("the pause would be about [0-9]+ ms \\([0-9.]+ [MG]iB of private memory at [0-9]+ ms a GiB\\), more than the [01] ms allowed", outcome["reason"]);
        Assert.Equal("0", outcome["attempts"]);
    }

    [Fact]
    public void TakeSnapshot_MemoryLimitOfItsControlGroupIsTight_RefusedWithNumbers()
    {
        using var group = MemoryGroup.TryCreate(240L << 20);
        if (group is null)
        {
            // No control group may be made here: then the same through files that look like one.
            using var system = FakeSystem.WithMemoryLimit(120, 1.2);
            AssertRefused(Target.Run("once", "--system-root", system.Root));
            return;
        }

        AssertRefused(Target.Run(["/bin/sh", "-c", $"echo $$ > {group.Processes}; exec \"$@\"", "sh"], ["once", "--fill", "150"]));
    }

    [Fact]
    public void TakeSnapshot_OvercommitOff_RefusedWithNumbers()
    {
        using var system = FakeSystem.WithoutOvercommit();

        var outcome = Target.Run("once", "--system-root", system.Root);

        Assert.Contains("overcommit is off (vm.overcommit_memory is 2): an image needs 5.7 GiB of commit, 1 GiB are left", outcome["reason"], StringComparison.Ordinal);
        Assert.Equal("0", outcome["attempts"]);
    }

    [Fact]
    public void TakeSnapshot_YamaForbidsTracing_RefusedBeforeAnythingIsStarted()
    {
        using var system = FakeSystem.WithoutTracing();

        var outcome = Target.Run("once", "--system-root", system.Root);

        Assert.StartsWith("kernel.yama.ptrace_scope is 3: no process may read another's memory", outcome["reason"], StringComparison.Ordinal);
        Assert.Equal("0", outcome["attempts"]);
    }

    [Fact]
    public void TakeSnapshot_ManyUnderLoad_AllReadNothingLeftNoRequestLost()
    {
        var count = Environment.GetEnvironmentVariable("GURU_LONG") == "1" ? 1000 : 25;

        var outcome = Target.Run("load", count.ToString(CultureInfo.InvariantCulture));

        Assert.True(outcome["read"] == count.ToString(CultureInfo.InvariantCulture), string.Join('\n', outcome));
        Assert.Equal("0", outcome["children"]);
        Assert.Equal("0", outcome["failedRequests"]);
        Assert.Equal("0", outcome["lostChildren"]);
        Assert.NotEqual("0", outcome["ownChildren"]);
        Assert.True(int.Parse(outcome["requests"], CultureInfo.InvariantCulture) > 100);
        Assert.True(int.Parse(outcome["descriptorGrowth"], CultureInfo.InvariantCulture) <= 3, outcome["descriptorGrowth"]);
        Assert.True(int.Parse(outcome["residentGrowthMegabytes"], CultureInfo.InvariantCulture) < 40, outcome["residentGrowthMegabytes"]);
    }

    private static void AssertRefused(Dictionary<string, string> outcome)
    {
        Assert.Matches("not enough memory: [0-9.]+ MiB wanted .* [0-9.]+ MiB left of [0-9.]+ MiB \\(control group .*\\); the service has [0-9.]+ MiB resident", outcome["reason"]);
        Assert.Equal("0", outcome["attempts"]);
    }
}

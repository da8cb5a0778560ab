using System.Globalization;
using GuruReports.Testing;

namespace GuruReports.SnapshotReader.Tests.Lifecycle;

public class SessionTests
{
    // Less than the image's and the helper's own time to live.
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    [Fact]
    public void TakeSnapshot_HundredsOfThousandsOfPendingTasks_TasksAndLocksAreRead()
    {
        var outcome = Target.Run("once", "--pending", "300000", "--maximum-pause", "2000");

        Target.AssertRead(outcome);
        Assert.Equal("", outcome["parts"]);
        Assert.Equal("600000", outcome["pending"]);
        Assert.Contains("System.Object of holder", outcome["locks"], StringComparison.Ordinal);
    }

    [Fact]
    public void TakeSnapshot_OrdinaryService_ReadsItsThreadsAndLeavesNothing()
    {
        var outcome = Target.Run("once");

        Target.AssertRead(outcome);
        Assert.Equal("1", outcome["attempts"]);
        Assert.True(Number(outcome["threads"]) >= 2);
        Assert.True(Number(outcome["paused"]) is > 0 and < 500);
        Assert.Equal("0", outcome["children"]);
    }

    [Fact]
    public void TakeSnapshot_ServiceHandlesSigchld_NeitherImageNorHelperSendsOne()
    {
        var outcome = Target.Run("child-signal");

        Assert.Equal("True", outcome["read"]);
        Assert.Equal("True", outcome["ownSignalArrived"]);
        Assert.Equal("0", outcome["signalsOfSnapshot"]);
        Assert.Equal("1", outcome["signals"]);
        Assert.Equal("0", outcome["children"]);
    }

    [Fact]
    public void Start_WhileAnotherIsRead_UnavailableAndAfterwardsAvailable()
    {
        var outcome = Target.Run("concurrent");

        Assert.Equal("another snapshot of this process is being read", outcome["second"]);
        Assert.Equal("True", outcome["first"]);
        Assert.Equal("True", outcome["third"]);
        Assert.Equal("0", outcome["children"]);
    }

    [Fact]
    public void Cancel_WhileTheHelperHangs_WaitReturnsAtOnceAndNothingIsLeft()
    {
        var outcome = Target.Run("cancel");

        Assert.Equal("the snapshot was still being read after 50 ms", outcome["early"]);
        Assert.Equal("cancelled", outcome["reason"]);
        Assert.True(Number(outcome["afterCancel"]) < 2000);
        Assert.Equal("0", outcome["children"]);
    }

    [Fact]
    public void Image_NobodyEndsIt_EndsByItself()
    {
        var outcome = Target.Run("time-to-live");

        Assert.Equal("1", outcome["alive"]);
        Assert.Equal("Z", outcome["state"]);
        Assert.True(Number(outcome["after"]) >= 2900);
    }

    [Fact]
    public void Locks_HoldersNumberWasGivenAgain_UnknownUnlessItsStackShowsTheObject()
    {
        var outcome = Target.Run("reused-number");

        Assert.StartsWith($" 1 ended the lock names thread {outcome["first"]}, but that number was an earlier thread's too", outcome["Abandoned"], StringComparison.Ordinal);
        Assert.Equal($"{outcome["second"]} 1 lives ", outcome["Held"]);
    }

    [Fact]
    public void Image_PriorityIsRaisedForTheCloneAlone_ThreadAndImageHaveWhatTheyHad()
    {
        // The tests may have been started with a priority of their own (proc_pid_stat(5), field 19).
        const int Nice = 16;
        var expected = int.Parse(OtherProcess.Fields(Environment.ProcessId)[Nice], CultureInfo.InvariantCulture) + 5;

        var outcome = Target.Run(["nice", "-n", "5"], ["time-to-live"]);

        Assert.Equal(FormattableString.Invariant($"{expected} {expected}"), outcome["nice"]);
    }

    [Fact]
    public void Image_ServiceClosesConnectionAndPort_BothAreClosedAndThePortIsFree()
    {
        var outcome = Target.Run("port");

        Assert.Equal("1", outcome["imageAlive"]);
        Assert.Equal("True", outcome["clientSawEnd"]);
        Assert.Equal("True", outcome["listensAgain"]);
        Assert.Equal("0", outcome["children"]);
    }

    [Theory]
    [InlineData("kill")]
    [InlineData("exit")]
    public void Service_EndsWhileTheImageIsRead_ImageAndHelperEndToo(string way)
    {
        using var service = Target.Start([], ["hold"]);
        var started = Target.ReadUntilReady(service);

        if (way == "kill")
        {
            service.Kill();
        }
        else
        {
            service.StandardInput.Close();
        }

        Assert.True(service.WaitForExit(s_limit));

        // The helper was stopped; only a running one can notice that the service is gone.
        using (var resume = System.Diagnostics.Process.Start("/bin/kill", ["-CONT", started["helper"]]))
        {
            resume.WaitForExit();
        }

        foreach (var part in (string[])["helper", "image", "parent"])
        {
            var process = int.Parse(started[part], CultureInfo.InvariantCulture);
            Until.True(() => !OtherProcess.IsRunning(process), s_limit, () => $"The {part} does not end.");
        }
    }

    [Fact]
    public void Helper_InheritsNothingOfTheService()
    {
        // Programs that tell what they were given stand for the helper. The service itself was given descriptor 7, as
        // systemd gives sockets, and ignores SIGHUP.
        string[] wrapper = ["/bin/sh", "-c", "trap '' HUP; exec 7</dev/null; exec \"$@\"", "sh"];

        var descriptors = Target.Run(wrapper, ["once", "--helper", "/bin/ls /proc/self/fd"]);
        var outcome = Target.Run(wrapper, ["once", "--helper", "/bin/sh -c echo E $(env | grep -c SECRET); grep ^Sig /proc/$$/status | tr -s '[:space:]' ' '"]);

        Assert.EndsWith("it printed: 0 | 1 | 2 | 3", descriptors["reason"], StringComparison.Ordinal);
        Assert.Contains("E 0", outcome["reason"], StringComparison.Ordinal);
        Assert.Contains("SigBlk: 0000000000000000", outcome["reason"], StringComparison.Ordinal);
        // glibc's posix_spawn leaves its two internal signals, 32 and 33, ignored.
        Assert.Matches("SigIgn: 0000000(000000000|180000000)", outcome["reason"]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

namespace GuruReports.SnapshotReader.Tests.Lifecycle;

public class HelperFailureTests
{
    [Fact]
    public void TakeSnapshot_ProcessBetweenIsStopped_TheNextOneReads()
    {
        var outcome = Target.Run("stop-between");

        Assert.Equal("True", outcome["again"]);
        Assert.Equal("0", outcome["children"]);
    }

    [Theory]
    [InlineData("/bin/sleep 100", "did not answer in time", "2")]
    [InlineData("/bin/false", "ended without a result", "2")]
    [InlineData("/bin/sh -c head -c 100 /dev/zero >&0; sleep 5", "something that is no answer", "2")]
    [InlineData("/nowhere/helper", "could not be started: No such file or directory", "1")]
    public void TakeSnapshot_HelperFails_UnavailableWithTheReasonAfterASecondAttemptWhereThatMayHelp(string helper, string reason, string attempts)
    {
        var outcome = Target.Run("once", "--timeout", "4", "--helper", helper);

        Assert.Contains(reason, outcome["reason"], StringComparison.Ordinal);
        Assert.Equal(attempts, outcome["attempts"]);
        Assert.Equal("0", outcome["children"]);
    }

    [Fact]
    public void TakeSnapshot_HelperPrintsAndFails_TheReasonHasWhatItPrinted()
    {
        var outcome = Target.Run("once", "--helper", "/bin/sh -c echo something is wrong; head -c 100 /dev/zero >&0; sleep 5");

        Assert.Contains("something is wrong", outcome["reason"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9", "ended without a result")]
    [InlineData("19", "did not answer in time")]
    public void TakeSnapshot_FirstHelperIsKilledOrStopped_SecondReads(string signal, string note)
    {
        var outcome = Target.Run("disturb", signal);

        Target.AssertRead(outcome);
        Assert.Equal("2", outcome["attempts"]);
        Assert.StartsWith("The first attempt failed", outcome["notes"], StringComparison.Ordinal);
        Assert.Contains(note, outcome["notes"], StringComparison.Ordinal);
        Assert.Equal("0", outcome["children"]);
    }

    [Fact]
    public void TakeSnapshot_HelperIsAnotherFileThanShipped_Refused()
    {
        using var copy = new HelperCopy();
        File.AppendAllText(copy.Program, "x");

        var outcome = Target.Run("once", "--helper-directory", copy.Folder);

        Assert.Contains("is not the file that this version of the service was built with", outcome["reason"], StringComparison.Ordinal);
        Assert.Equal("0", outcome["attempts"]);
    }

    [Fact]
    public void TakeSnapshot_HelperIsMissing_RefusedWithItsPath()
    {
        var outcome = Target.Run("once", "--helper-directory", "/nowhere");

        Assert.StartsWith("the helper is missing or not accessible: /nowhere/", outcome["reason"], StringComparison.Ordinal);
    }
}

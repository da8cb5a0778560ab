namespace GuruReports.SnapshotReader.Tests.Lifecycle;

public class HelperFailureTests
{
    [Fact]
    public void TakeSnapshot_HelperHangs_IsKilledTriedOnceMoreThenUnavailable()
    {
        var outcome = Target.Run("once", "--timeout", "2", "--helper", "/bin/sleep 100");

        Assert.Contains("did not answer in time", outcome["reason"], StringComparison.Ordinal);
        Assert.Equal("2", outcome["attempts"]);
        Assert.Equal("0", outcome["children"]);
    }

    [Fact]
    public void TakeSnapshot_HelperEndsAtOnce_TriedOnceMoreThenUnavailable()
    {
        var outcome = Target.Run("once", "--helper", "/bin/false");

        Assert.Contains("ended without a result", outcome["reason"], StringComparison.Ordinal);
        Assert.Equal("2", outcome["attempts"]);
        Assert.Equal("0", outcome["children"]);
    }

    [Fact]
    public void TakeSnapshot_HelperTalksRubbish_UnavailableWithWhatItPrinted()
    {
        var outcome = Target.Run("once", "--helper", "/bin/sh -c echo something is wrong; head -c 100 /dev/zero >&0; sleep 5");

        Assert.Contains("something that is no answer", outcome["reason"], StringComparison.Ordinal);
        Assert.Contains("something is wrong", outcome["reason"], StringComparison.Ordinal);
        Assert.Equal("0", outcome["children"]);
    }

    [Fact]
    public void TakeSnapshot_HelperCannotBeStarted_UnavailableWithTheErrorAndNotTriedAgain()
    {
        var outcome = Target.Run("once", "--helper", "/nowhere/helper");

        Assert.Contains("could not be started: No such file or directory", outcome["reason"], StringComparison.Ordinal);
        Assert.Equal("1", outcome["attempts"]);
    }

    [Fact]
    public void TakeSnapshot_FirstHelperKilledWhileReading_SecondReads()
    {
        var outcome = Target.Run("disturb", "9");

        Target.AssertRead(outcome);
        Assert.Equal("2", outcome["attempts"]);
        Assert.StartsWith("The first attempt failed", outcome["notes"], StringComparison.Ordinal);
        Assert.Equal("0", outcome["children"]);
    }

    [Fact]
    public void TakeSnapshot_FirstHelperStandsStill_SecondReads()
    {
        var outcome = Target.Run("disturb", "19");

        Target.AssertRead(outcome);
        Assert.Equal("2", outcome["attempts"]);
        Assert.Contains("did not answer in time", outcome["notes"], StringComparison.Ordinal);
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

        Assert.StartsWith("the helper is missing: /nowhere/", outcome["reason"], StringComparison.Ordinal);
    }
}

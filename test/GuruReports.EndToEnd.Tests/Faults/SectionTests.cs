using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>A section of the service's own that misbehaves costs its time limit and nothing else.</summary>
[Collection(FaultCollection.Name)]
public sealed class SectionTests
{
    private const string Limit = "00:00:00.500";

    [Theory]
    [InlineData("section-throws", "Throws", "throws", "C1")]
    [InlineData("section-hangs", "Hangs", "hangs", "C2")]
    [InlineData("section-spins", "Spins", "spins", "C3")]
    [InlineData("section-deadlocks", "Deadlocks", "deadlocks", "C4")]
    [InlineData("section-allocates", "Allocates", "allocates a gigabyte", "C5")]
    public void Section_Misbehaves_OthersAreWhole(string illness, string title, string what, string row)
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = [illness, "section-large:1000"],
            Settings = [("SectionTimeout", Limit), ("MinimumInterval", "00:00:00")],
        }).WaitUntilSick();

        var report = service.SignalAndWait();
        var again = service.SignalAndWait();
        service.Ping();

        var titles = Harness.SectionTitles.Of(service.Error.ToString());
        Assert.Contains(title, titles);
        Assert.Contains("Large", titles);
        FaultMatrix.Record(row, $"A section {what}", "report; that section says so", report);
        Assert.True(again.Whole < Limits.Report);
    }

    [Fact]
    public void Section_HangsThenReturns_IsAskedAgain()
    {
        var letGo = Path.Combine(Path.GetTempPath(), $"guru-{Guid.NewGuid():N}");
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = ["section-hangs-once"],
            Settings = [("SectionTimeout", Limit), ("MinimumInterval", "00:00:00")],
            Variables = [("LET_GO", letGo)],
        }).WaitUntilSick();

        service.SignalAndWait();
        service.SignalAndWait();
        var before = service.Error.Count(line => line.Contains("recovered", StringComparison.Ordinal));
        File.WriteAllText(letGo, "");
        var reports = 0;
        while (reports++ < 20 && service.Error.Count(line => line.Contains("recovered", StringComparison.Ordinal)) == 0)
        {
            service.SignalAndWait();
        }

        File.Delete(letGo);
        Assert.Equal(0, before);
        Assert.InRange(reports, 1, 20);
        FaultMatrix.Record("C6", "A section that hung returns", "not asked while it hangs; works again in the next report");
    }

    [Fact]
    public void Section_HangsForManyReports_LeaksOneThread()
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = ["section-hangs"],
            Settings = [("SectionTimeout", Limit), ("MinimumInterval", "00:00:00"), ("Snapshot:Enabled", "false")],
        }).WaitUntilSick();
        var count = Bounds.IsLong ? 1000 : 100;
        var before = ProcessSize.AtRest(service.Id);
        service.SignalAndWait();
        service.SignalAndWait();
        var warm = ProcessSize.AtRest(service.Id);

        for (var report = 2; report < count; report++)
        {
            service.SignalAndWait();
        }

        var after = ProcessSize.AtRest(service.Id);
        FaultMatrix.Record(
            "C7",
            $"{count} reports with a section that hangs",
            $"after the 2nd and the last: {warm.Threads} and {after.Threads} threads, {warm.Descriptors} and {after.Descriptors} descriptors, {warm.ResidentBytes >> 20} and {after.ResidentBytes >> 20} MB");
        Assert.InRange(warm.Threads, 1, before.Threads + 4);
        Assert.InRange(after.Threads, 1, warm.Threads + 2);
        Assert.InRange(after.Descriptors, 1, warm.Descriptors + 2);
        Assert.InRange(after.ResidentBytes, 1, warm.ResidentBytes + (100L << 20));
    }
}

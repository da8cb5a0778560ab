using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Faults.Foreign;

/// <summary>Sections that misbehave at random, again and again: a report comes for each request, and the process stays as it was.</summary>
[Collection(FaultCollection.Name)]
public sealed class StressTests
{
    private const int SectionsInAReport = 16;

    [Fact]
    public void Sections_RandomlyBad_EachReportComesAndNothingIsLeft()
    {
        var letGo = Path.Combine(Path.GetTempPath(), $"guru-{Guid.NewGuid():N}");
        var reports = Bounds.IsLong ? 650 : 80;
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = [$"sections-random:{reports}"],
            Settings =
            [
                ("SectionTimeout", "00:00:00.100"), ("MaximumAbandonedThreads", "32"), ("Snapshot:Enabled", "false"), ("Rehearsal", "false"),
                .. Enumerable.Range(0, SectionsInAReport).Select(i => ($"Sections:Include:{i}", $"Random {i}")),
            ],
            Variables = [("LET_GO", letGo)],
        });
        service.Output.WaitFor(line => line == "first made", Limits.Stress);
        var before = ProcessSize.AtRest(service.Id);

        File.WriteAllText(letGo, "");
        service.Output.WaitFor(line => line == "all made", Limits.Stress);
        var after = ProcessSize.AtRest(service.Id);
        File.Delete(letGo);
        service.Kill(Signals.Term);
        var status = service.WaitForExit();

        Assert.Equal(0, status);
        Assert.Equal(0, service.Output.Count(line => line == "a section is missing"));
        Assert.InRange(after.Threads, 1, before.Threads + 8);
        Assert.InRange(after.Descriptors, 1, before.Descriptors + 8);
        Assert.InRange(after.ResidentBytes, 1, before.ResidentBytes + (200L << 20));
        FaultMatrix.Record(
            "K20",
            $"{reports * SectionsInAReport} sections that throw, block, spin, interrupt, mutate, allocate or change their thread at random, in {reports} reports",
            $"{reports} reports; after the 50th and the last: {before.Threads} and {after.Threads} threads, {before.Descriptors} and {after.Descriptors} descriptors, {before.ResidentBytes >> 20} and {after.ResidentBytes >> 20} MB");
    }
}

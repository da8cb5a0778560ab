using GuruReports.Inspection.Snapshot.Model;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;

namespace GuruReports.SnapshotReader.Analysis;

/// <summary>Runs the stages of an analysis, each within its share of the time; a stage that fails costs only its own part.</summary>
internal sealed class AnalysisStages(AnalysisClock clock, KnownRuntime known)
{
    private readonly List<UnavailablePart> _unavailable = [.. known.Lacks()];

    /// <summary>What could not be read, and why.</summary>
    public IReadOnlyList<UnavailablePart> Unavailable => _unavailable;

    /// <summary>Runs a stage until that share of the time is over; names it as unavailable when it fails or comes too late.</summary>
    public void Run(string part, double limit, Action body)
    {
        if (clock.IsAllOver)
        {
            Doubt(part, clock.OverText);
            return;
        }

        if (known.LacksWhole(part))
        {
            return;
        }

        clock.StageLimit = limit;
        try
        {
            clock.Measure(part, body);
        }
        catch (Exception exception)
        {
            // Policy: an image may hold anything. What one stage trips over is named; the other stages still run.
            Doubt(part, exception.GetType().Name + ": " + exception.Message);
        }
    }

    /// <summary>Names a part as unavailable.</summary>
    public void Doubt(string part, string reason) => _unavailable.Add(new UnavailablePart { Part = part, Reason = reason });
}

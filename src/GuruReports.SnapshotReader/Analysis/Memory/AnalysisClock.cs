using System.Diagnostics;
using GuruReports.Inspection.Snapshot.Model;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>Measures stages and says when the time is up.</summary>
internal sealed class AnalysisClock
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _deadline;
    private readonly List<StageTiming> _timings = [];

    public AnalysisClock(TimeSpan deadline) => _deadline = deadline;

    public IReadOnlyList<StageTiming> Timings => _timings;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>The share of the time, 0 to 1, at which the current stage must stop: later stages need theirs.</summary>
    public double StageLimit { get; set; } = 1;

    public bool IsOver => Elapsed >= _deadline * StageLimit;

    public bool IsAllOver => Elapsed >= _deadline;

    public string OverText => FormattableString.Invariant($"the time limit of {_deadline.TotalMilliseconds:0} ms passed");

    /// <summary>Runs a stage and keeps its time, also when it throws.</summary>
    public void Measure(string stage, Action body)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            body();
        }
        finally
        {
            var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            _timings.Add(new StageTiming { Stage = stage, Milliseconds = Math.Round(elapsed, 1) });
        }
    }
}

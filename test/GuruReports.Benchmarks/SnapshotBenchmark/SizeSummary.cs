using System.Globalization;

namespace GuruReports.Benchmarks.SnapshotBenchmark;

/// <summary>What came out for one size of the heap, beside what was to be reached.</summary>
internal sealed class SizeSummary(string size)
{
    public const string Head =
        "| heap | snapshots read | stall, median | worst | of createdump with heap | snapshot, median | worst | allocated by the service, most | helper, most | heap walk |\n|---|---|---|---|---|---|---|---|---|---|";

    private readonly List<double> _stalls = [];
    private readonly List<double> _totals = [];
    private double _allocated;
    private double _helper;
    private double _dumpStall;
    private double _objectsPerSecond;
    private int _failed;

    public string Size => size;

    /// <summary>Adds one row; the notes of snapshots are what the measured service said of them.</summary>
    public void Add(string way, string note, double stall, double megabytes)
    {
        if (way == "createdump --withheap")
        {
            _dumpStall = stall;
        }
        else if (way.StartsWith("snapshot", StringComparison.Ordinal))
        {
            AddSnapshot(way == "snapshot", note.Split(' '), stall, megabytes);
        }
    }

    public string Line() => string.Create(CultureInfo.InvariantCulture,
        $"| {size} MB | {_totals.Count} of {_totals.Count + _failed} | {Median(_stalls):F1} ms | {_stalls.DefaultIfEmpty().Max():F1} ms | 1/{_dumpStall / Math.Max(Median(_stalls), 0.1):F0} | {Median(_totals):F0} ms | {_totals.DefaultIfEmpty().Max():F0} ms | {_allocated:F0} KB | {_helper:F0} MB | {_objectsPerSecond / 1e6:F1} M objects/s |");

    // read total paused allocated attempts stages timings objects
    private void AddSnapshot(bool isUsual, string[] said, double stall, double megabytes)
    {
        if (said.Length < 8 || said[0] != "read")
        {
            _failed++;
            return;
        }

        _allocated = Math.Max(_allocated, Number(said[3]));
        _helper = Math.Max(_helper, megabytes);
        if (isUsual)
        {
            _stalls.Add(stall);
            _totals.Add(Number(said[1]));
            return;
        }

        var walk = said[6].Split('_').FirstOrDefault(static timing => timing.StartsWith("Walk:", StringComparison.Ordinal));
        _objectsPerSecond = walk is null ? 0 : Number(said[7]) * 1000 / Math.Max(Number(walk["Walk:".Length..]), 1);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double Median(List<double> values) => values.Count == 0 ? 0 : values.Order().ElementAt(values.Count / 2);
}

using System.Globalization;

namespace GuruReports.Benchmarks.SnapshotBenchmark;

/// <summary>What came out for one size of the heap, beside what was to be reached.</summary>
internal sealed class SizeSummary(string size)
{
    public const string Head =
        "| heap | in huge pages | snapshots read | stall of a thread, median | worst | of createdump with heap | wait of a client, median | worst | of createdump with heap | snapshot, median | worst | allocated by the service, most | helper, most | heap walk |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";

    private readonly List<double> _stalls = [];
    private readonly List<double> _waits = [];
    private readonly List<double> _totals = [];
    private readonly List<double> _dumpStalls = [];
    private readonly List<double> _dumpWaits = [];
    private double _allocated;
    private double _helper;
    private double _objectsPerSecond;
    private int _failed;

    public string Size => size;

    /// <summary>Gets or sets how much of the service's memory lies in huge pages, in MB: they make a clone far cheaper.</summary>
    public long HugeMegabytes { get; set; }

    /// <summary>Adds one row; the notes of snapshots are what the measured service said of them.</summary>
    public void Add(string way, string note, double stall, double wait, double megabytes)
    {
        if (way == "createdump --withheap")
        {
            _dumpStalls.Add(stall);
            _dumpWaits.Add(wait);
        }
        else if (way.StartsWith("snapshot", StringComparison.Ordinal))
        {
            AddSnapshot(way == "snapshot", note.Split(' '), stall, wait, megabytes);
        }
    }

    public string Line() => string.Create(CultureInfo.InvariantCulture,
        $"| {size} MB | {HugeMegabytes} MB | {_totals.Count} of {_totals.Count + _failed} | {Pair(_stalls, "F1")} | {Share(_stalls, _dumpStalls)} | {Pair(_waits, "F1")} | {Share(_waits, _dumpWaits)} | {Pair(_totals, "F0")} | {_allocated:F0} KB | {_helper:F0} MB | {_objectsPerSecond / 1e6:F1} M objects/s |");

    // read total paused allocated attempts stages timings objects
    private void AddSnapshot(bool isUsual, string[] said, double stall, double wait, double megabytes)
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
            _waits.Add(wait);
            _totals.Add(Number(said[1]));
            return;
        }

        var walk = said[6].Split('_').FirstOrDefault(static timing => timing.StartsWith("Walk:", StringComparison.Ordinal));
        _objectsPerSecond = walk is null ? 0 : Number(said[7]) * 1000 / Math.Max(Number(walk["Walk:".Length..]), 1);
    }

    private static string Pair(List<double> values, string format) =>
        $"{Median(values).ToString(format, CultureInfo.InvariantCulture)} ms | {values.DefaultIfEmpty().Max().ToString(format, CultureInfo.InvariantCulture)} ms";

    private static string Share(List<double> ours, List<double> theirs) =>
        string.Create(CultureInfo.InvariantCulture, $"1/{Median(theirs) / Math.Max(Median(ours), 0.1):F0}");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double Median(List<double> values) => values.Count == 0 ? 0 : values.Order().ElementAt(values.Count / 2);
}

using System.Globalization;
using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Telemetry;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Metrics;

/// <summary>What the service's own gauges say at this moment: the observable instruments of all meters, but for the reporter's own.</summary>
internal sealed class MetricsGenerator : IProcessWideGenerator, IForeignCode
{
    private const string Bytes = "By";
    private const int MostZeros = 5;

    /// <inheritdoc/>
    public string Title => "Metrics";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        var read = new InstrumentReader(ReporterMeter.Name, context.Cancellation).Read();
        return new ReportSection
        {
            Title = Title,
            Summary = Summarize(read),
            Value = read.Measurements.Count == 0 ? null : Show(read.Measurements, context.Redactor),
        };
    }

    private static string Summarize(ReadInstruments read)
    {
        var others = read.Others > 0 ? $"; {Measures.Count(read.Others, "more measurement")} left out" : "";
        var failed = read.Failed > 0 ? $"; {Measures.Count(read.Failed, "instrument")} threw" : "";
        return read.Measurements.Count == 0
            ? $"no meter has an observable instrument{others}{failed}"
            : $"{Measures.Count(read.Measurements.Count, "measurement")} of observable instruments{others}{failed}";
    }

    // The framework's own meters come last: what they say stands elsewhere in a report too.
    private static ReportMap Show(IReadOnlyList<InstrumentMeasurement> measurements, IRedactor redactor)
    {
        var meters = new MapBuilder();
        foreach (var meter in measurements.GroupBy(measurement => measurement.Meter, StringComparer.Ordinal).OrderBy(meter => IsOfFramework(meter.Key)).ThenBy(meter => meter.Key, StringComparer.Ordinal))
        {
            meters.Add(meter.Key, Show([.. meter], redactor).Build());
        }

        return meters.Build();
    }

    // Many that say nothing are one line.
    private static MapBuilder Show(List<InstrumentMeasurement> meter, IRedactor redactor)
    {
        var zeros = meter.Where(measurement => measurement.Value == 0).ToList();
        var folded = zeros.Count > MostZeros ? zeros : [];
        var map = new MapBuilder();
        foreach (var measurement in meter.Except(folded))
        {
            map.Add(redactor.Redact(measurement.Name), Value(measurement));
        }

        return folded.Count == 0 ? map : map.Add("zero", redactor.Redact(Names(folded)));
    }

    // Those that differ by their tags alone count as one name.
    private static string Names(IEnumerable<InstrumentMeasurement> measurements) => string.Join(", ", measurements
        .GroupBy(static measurement => measurement.Name.Split(' ')[0], StringComparer.Ordinal)
        .Select(static name => name.Count() == 1 ? name.First().Name : string.Create(CultureInfo.InvariantCulture, $"{name.Count()} × {name.Key}")));

    private static bool IsOfFramework(string meter) => meter.Split('.')[0] is nameof(System) or nameof(Microsoft) or "Private";

    private static ReportValue Value(InstrumentMeasurement measurement) => measurement switch
    {
        { Unit: Bytes, Value: >= 0 and < long.MaxValue } => new ReportSize((long)measurement.Value),
        { Value: var value } when !double.IsFinite(value) => new ReportUnknown(value.ToString(CultureInfo.InvariantCulture)),
        { Value: var value, Unit: var unit } => new ReportNumber(value, unit is null || unit.StartsWith('{') ? null : unit),
    };
}

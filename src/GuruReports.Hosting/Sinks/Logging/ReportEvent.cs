using System.Collections;

namespace GuruReports.Hosting.Sinks.Logging;

/// <summary>A report as the state of one log event: what is stored of it has the text once.</summary>
/// <remarks>
/// Most providers store the message and the values: there the text is the message and no value. Some store a template and
/// the values, and make the message of them: there the text is a value, and the template names it.
/// </remarks>
internal sealed class ReportEvent : IReadOnlyList<KeyValuePair<string, object?>>
{
    private const string Head = "Guru Meditation Report {ReportId} of {ServiceName} ({Reason}), findings: {Findings}";

    private readonly RenderedReport _report;
    private readonly KeyValuePair<string, object?>[] _values;

    public ReportEvent(RenderedReport report, bool isShort, bool isTemplate)
    {
        _report = report;
        IsShort = isShort;
        _values =
        [
            new("ReportId", report.Id),
            new("Reason", report.Reason),
            new("ServiceName", report.ServiceName),
            new("Findings", new NameList([.. report.Findings.Select(finding => finding.Name)])),
            new("FindingIds", new NameList([.. report.Findings.Select(finding => finding.Id)])),
            new("FindingCount", report.Findings.Count),
            new("Severity", report.Findings.Count == 0 ? "None" : report.Findings.Max(finding => finding.Severity).ToString()),
            new("Location", string.Join(", ", report.WrittenTo)),
            .. isTemplate ? [new("Report", Body), new("{OriginalFormat}", Head + "\n{Report}")] : ReadOnlySpan<KeyValuePair<string, object?>>.Empty,
        ];
    }

    /// <summary>Gets whether the message names the report only.</summary>
    public bool IsShort { get; }

    /// <summary>Gets the message: the first line, and the report or where it is.</summary>
    public string Message => $"{this}\n{Body}";

    /// <inheritdoc/>
    public int Count => _values.Length;

    /// <inheritdoc/>
    public KeyValuePair<string, object?> this[int index] => _values[index];

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, object?>>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns the first line.</summary>
    public override string ToString()
    {
        var findings = _report.Findings.Count == 0 ? "none" : string.Join(", ", _report.Findings.Select(finding => finding.Name));
        return $"Guru Meditation Report {_report.Id} of {_report.ServiceName} ({_report.Reason}), findings: {findings}";
    }

    private string Body => IsShort
        ? $"{string.Concat(_report.Findings.Select(finding => $"{finding.Name}  {finding.Severity.ToString().ToLowerInvariant()}  {finding.Summary}\n"))}the report: {string.Join(", ", _report.WrittenTo)}"
        : _report.Text;
}

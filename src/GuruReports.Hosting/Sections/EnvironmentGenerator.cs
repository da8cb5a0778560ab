using System.Collections;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections;

/// <summary>The environment variables of the process, redacted.</summary>
internal sealed class EnvironmentGenerator : IProcessWideGenerator
{
    private readonly Func<IDictionary> _read;

    public EnvironmentGenerator()
        : this(Environment.GetEnvironmentVariables)
    {
    }

    internal EnvironmentGenerator(Func<IDictionary> read) => _read = read;

    /// <inheritdoc/>
    public string Title => "Environment";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        var variables = new List<KeyValuePair<string, string?>>();
        foreach (DictionaryEntry variable in _read())
        {
            variables.Add(new((string)variable.Key, variable.Value as string));
        }

        variables.Sort((x, y) => string.CompareOrdinal(x.Key, y.Key));
        var map = new MapBuilder();
        foreach (var (name, value) in variables)
        {
            map.Add(name, new ReportText(context.Redactor.Redact(name, value) ?? ""));
        }

        return new ReportSection { Title = Title, Summary = Measures.Count(variables.Count, "variable"), Value = map.Build() };
    }
}

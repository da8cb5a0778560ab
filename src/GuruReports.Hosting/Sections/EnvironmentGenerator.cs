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

    /// <summary>Returns the section without the variables whose values stand elsewhere in the report.</summary>
    /// <param name="section">The section as it was generated.</param>
    /// <param name="shown">The names of these variables.</param>
    public static ReportSection Without(ReportSection section, IReadOnlySet<string> shown)
    {
        if (section.Value is not ReportMap map || map.Entries.Where(entry => !shown.Contains(entry.Name)).ToList() is var rest && rest.Count == map.Entries.Count)
        {
            return section;
        }

        var summary = $"{Measures.Count(rest.Count, "variable")}, {map.Entries.Count - rest.Count} more as keys in Configuration";
        return section with { Summary = summary, Value = new ReportMap(rest) };
    }
}

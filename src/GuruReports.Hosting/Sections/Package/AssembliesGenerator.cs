using System.Reflection;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Symbols;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Package;

/// <summary>What the program was built with and what it really has loaded.</summary>
internal sealed class AssembliesGenerator : IProcessWideGenerator
{
    private readonly Assembly? _entry;
    private readonly Func<DependencyFile> _readDependencies;

    public AssembliesGenerator()
        : this(Assembly.GetEntryAssembly(), static () => DependencyFile.OfProgram)
    {
    }

    internal AssembliesGenerator(Assembly? entry, Func<DependencyFile> readDependencies)
    {
        _entry = entry;
        _readDependencies = readDependencies;
    }

    /// <inheritdoc/>
    public string Title => "Assemblies";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        var loaded = LoadedAssemblies.Survey();
        var dependencies = _readDependencies();
        var facts = new AssembliesFacts
        {
            LoadedAssemblies = loaded.Total,
            DynamicAssemblies = loaded.Dynamic,
            CollectibleAssemblies = loaded.Collectible,
            LoadContexts = loaded.Contexts,
            Duplicates = loaded.Duplicates,
            RepeatedNames = loaded.RepeatedNames,
            Mismatches = loaded.MismatchesWith(dependencies),
        };
        return new ReportSection
        {
            Title = Title,
            Summary = Summarize(facts),
            Value = new AssembliesView(loaded, dependencies, facts).Build(_entry),
            Facts = [facts],
        };
    }

    private static string Summarize(AssembliesFacts facts)
    {
        var parts = new List<string> { $"{Measures.Count(facts.LoadedAssemblies, "assembly", "assemblies")} loaded" };
        if (facts.Mismatches.Count > 0)
        {
            parts.Add($"{Measures.Count(facts.Mismatches.Count, "assembly is", "assemblies are")} not what the deps.json file names");
        }

        if (facts.Duplicates.Count > 0)
        {
            parts.Add($"{Measures.Count(facts.Duplicates.Count, "assembly is", "assemblies are")} loaded more than once");
        }

        return string.Join("; ", parts);
    }
}

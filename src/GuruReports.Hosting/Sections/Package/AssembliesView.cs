using System.Reflection;
using System.Runtime.Versioning;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Symbols;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Package;

/// <summary>Turns what is known of the assemblies into what a report shows of them.</summary>
internal sealed class AssembliesView
{
    private readonly LoadedAssemblies _loaded;
    private readonly DependencyFile _dependencies;
    private readonly AssembliesFacts _facts;

    public AssembliesView(LoadedAssemblies loaded, DependencyFile dependencies, AssembliesFacts facts)
    {
        _loaded = loaded;
        _dependencies = dependencies;
        _facts = facts;
    }

    /// <summary>Returns the section's content.</summary>
    /// <param name="entry">The assembly that the process was started by; null where there is none.</param>
    public ReportMap Build(Assembly? entry)
    {
        var map = new MapBuilder()
            .Add("entry assembly", Known(entry?.GetName().Name, "the process was not started by one"))
            .Add("target framework", Known(entry?.GetCustomAttribute<TargetFrameworkAttribute>()?.FrameworkName, null))
            .Add("directory", AppContext.BaseDirectory)
            .Add("packages", _dependencies.Problem is { } problem ? new ReportUnknown(problem) : _dependencies.Libraries, _dependencies.Path is null ? null : Path.GetFileName(_dependencies.Path))
            .Add("assemblies loaded", _facts.LoadedAssemblies, $"{FrameworkCount()} of the framework, {_facts.DynamicAssemblies} dynamic, {_facts.CollectibleAssemblies} collectible; {Measures.Count(_facts.LoadContexts, "load context")}");
        AddNames(map);
        AddTroubles(map);
        return map.Add("assemblies beside the framework", ShowAssemblies()).Build();
    }

    private int FrameworkCount() => _loaded.Assemblies.Count(IsFramework);

    private bool IsFramework(LoadedAssembly assembly) => assembly.IsFramework || _dependencies.Find(assembly.Name)?.Kind is LibraryKind.RuntimePack;

    private void AddTroubles(MapBuilder map)
    {
        if (_facts.Mismatches.Count > 0)
        {
            map.Add("MISMATCHES", new ReportTable(
                ["Assembly", "Package", "deps.json names", "Loaded", "From"],
                [.. _facts.Mismatches.Select(mismatch => (IReadOnlyList<ReportValue>)[mismatch.Assembly, mismatch.Package, mismatch.Expected, mismatch.Loaded, mismatch.Path ?? ""])]));
        }

        if (_facts.Duplicates.Count > 0)
        {
            map.Add("LOADED MORE THAN ONCE", new ReportMap([.. _facts.Duplicates.Select(duplicate =>
                new ReportEntry(duplicate.Name, new ReportList([.. duplicate.Copies.Select(copy => new ReportText(copy))])))]));
        }
    }

    private void AddNames(MapBuilder map)
    {
        // Serializers and proxies emit an assembly a type: only many of one name are worth a line.
        var many = _facts.RepeatedNames.Where(name => name.Count >= 10).ToList();
        if (many.Count > 0)
        {
            map.Add("names of many assemblies", string.Join(", ", many.Select(name => $"{name.Count} × {name.Name}")));
        }
    }

    private ReportTable ShowAssemblies()
    {
        var rows = new List<IReadOnlyList<ReportValue>>();
        foreach (var assembly in _loaded.Assemblies)
        {
            if (!IsFramework(assembly))
            {
                rows.Add([assembly.Name, assembly.Version, Package(assembly)]);
            }
        }

        return new ReportTable(["Assembly", "Version", "Package"], rows);
    }

    // The package of most assemblies has their name: then its version says enough.
    private string Package(LoadedAssembly assembly)
    {
        var package = _dependencies.Find(assembly.Name)?.Library;
        return package is null ? Origin(assembly) : package.StartsWith(assembly.Name + " ", StringComparison.Ordinal) ? package[(assembly.Name.Length + 1)..] : package;
    }

    private static string Origin(LoadedAssembly assembly) => assembly.Path is null ? "(in memory)" : $"(no package) {assembly.Path}";

    private static ReportValue Known(string? text, string? reason) => text is null ? new ReportUnknown(reason) : new ReportText(text);
}

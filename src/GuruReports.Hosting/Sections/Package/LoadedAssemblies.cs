using System.Reflection;
using System.Runtime.Loader;
using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Symbols;

namespace GuruReports.Hosting.Sections.Package;

/// <summary>The assemblies of the process.</summary>
internal sealed class LoadedAssemblies
{
    private const int MostNames = 10;

    private readonly List<LoadedAssembly> _assemblies = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    /// <summary>Gets those that are neither dynamic nor collectible, by name.</summary>
    public IReadOnlyList<LoadedAssembly> Assemblies => _assemblies;

    public int Total { get; private set; }

    public int Dynamic { get; private set; }

    public int Collectible { get; private set; }

    public int Contexts { get; private set; }

    /// <summary>Gets those that are loaded more than once.</summary>
    public IReadOnlyList<DuplicateAssemblyFacts> Duplicates { get; private set; } = [];

    /// <summary>Gets the names that several assemblies share, emitted and collectible ones included, the most frequent first.</summary>
    public IReadOnlyList<CountFacts> RepeatedNames =>
    [
        .. _names.Keys.Where(name => _names[name] > 1).OrderByDescending(name => _names[name]).ThenBy(name => name, StringComparer.Ordinal)
            .Take(MostNames).Select(name => new CountFacts(name, _names[name])),
    ];

    /// <summary>Looks at all assemblies.</summary>
    public static LoadedAssemblies Survey()
    {
        var survey = new LoadedAssemblies { Contexts = AssemblyLoadContext.All.Count() };
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            survey.Add(assembly);
        }

        survey._assemblies.Sort((x, y) => string.CompareOrdinal(x.Name, y.Name));
        survey.Duplicates =
        [
            .. survey._assemblies.GroupBy(assembly => assembly.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
                .Select(group => new DuplicateAssemblyFacts(group.Key, [.. group.Select(Describe)])),
        ];
        return survey;
    }

    private void Add(Assembly assembly)
    {
        Total++;
        Dynamic += assembly.IsDynamic ? 1 : 0;
        Collectible += assembly.IsCollectible ? 1 : 0;
        var name = assembly.GetName();
        _names[name.Name ?? ""] = _names.GetValueOrDefault(name.Name ?? "") + 1;
        if (assembly.IsDynamic || assembly.IsCollectible)
        {
            return;
        }

        var path = AssemblyFile.PathOf(assembly);
        var context = AssemblyLoadContext.GetLoadContext(assembly)?.Name ?? "(none)";
        _assemblies.Add(new LoadedAssembly(name.Name ?? "?", name.Version?.ToString() ?? "?", path, context, AssemblyOwners.Current.IsOfRuntime(assembly)));
    }

    /// <summary>Returns those that are others than a deps.json file names.</summary>
    /// <param name="dependencies">The file.</param>
    public IReadOnlyList<AssemblyMismatchFacts> MismatchesWith(DependencyFile dependencies)
    {
        var mismatches = new List<AssemblyMismatchFacts>();
        foreach (var assembly in _assemblies)
        {
            if (dependencies.Find(assembly.Name) is { Version: { } version } expected && version != assembly.Version)
            {
                mismatches.Add(new AssemblyMismatchFacts(assembly.Name, expected.Library, version, assembly.Version, assembly.Path));
            }
        }

        return mismatches;
    }

    private static string Describe(LoadedAssembly assembly) => $"{assembly.Version} in {assembly.Context}{(assembly.Path is null ? "" : $" from {assembly.Path}")}";
}

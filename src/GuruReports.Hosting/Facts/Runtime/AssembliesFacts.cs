using GuruReports.Hosting.Facts.Resources;

namespace GuruReports.Hosting.Facts.Runtime;

/// <summary>What the program has loaded.</summary>
internal sealed record AssembliesFacts
{
    /// <summary>Gets the loaded assemblies, dynamic and collectible ones included.</summary>
    public int LoadedAssemblies { get; init; }

    /// <summary>Gets the assemblies emitted at run time.</summary>
    public int DynamicAssemblies { get; init; }

    /// <summary>Gets the assemblies in collectible load contexts; a number that grows is a leak.</summary>
    public int CollectibleAssemblies { get; init; }

    /// <summary>Gets the simple names that most loaded assemblies share, emitted and collectible ones included, the most frequent first; bounded.</summary>
    public IReadOnlyList<CountFacts> RepeatedNames { get; init; } = [];

    /// <summary>Gets the load contexts.</summary>
    public int LoadContexts { get; init; }

    /// <summary>Gets the assemblies that are loaded more than once in different versions or from different places.</summary>
    public IReadOnlyList<DuplicateAssemblyFacts> Duplicates { get; init; } = [];

    /// <summary>Gets where a loaded assembly is another than the one that the deps.json file names.</summary>
    public IReadOnlyList<AssemblyMismatchFacts> Mismatches { get; init; } = [];
}

namespace GuruReports.SnapshotReader.Runtime;

/// <summary>A type that the reader recognises.</summary>
internal sealed class RuntimeType(string fullName, params IReadOnlyList<RuntimeFeature> features) : RuntimeEntry(fullName, features)
{
    /// <summary>Its name as in metadata: nested types behind +, generic ones with their count of parameters.</summary>
    public string FullName { get; } = fullName;

    /// <summary>The simple name of the library that defines it.</summary>
    public string Library { get; init; } = RuntimeLibraries.Core;

    /// <summary>What objects of the type mean to whoever reads the report; null when the name says it.</summary>
    public string? Meaning { get; init; }

    public override RuntimeType Owner => this;

    public override EntryState Check(RuntimeLibraries libraries) => libraries.Find(Library) is not { } library ? EntryState.NotLoaded
        : library.Find(FullName) is null ? EntryState.Missing : EntryState.Found;
}

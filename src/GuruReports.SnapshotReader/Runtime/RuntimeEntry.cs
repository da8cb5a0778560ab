namespace GuruReports.SnapshotReader.Runtime;

/// <summary>A private name or layout of the runtime or its libraries that the reader relies on.</summary>
internal abstract class RuntimeEntry(string name, IReadOnlyList<RuntimeFeature> features)
{
    /// <summary>How reports name it.</summary>
    public string Name { get; } = name;

    /// <summary>What cannot be told without it.</summary>
    public IReadOnlyList<RuntimeFeature> Features { get; } = features;

    /// <summary>The first major version that has it; 0 for all that are supported.</summary>
    public int Since { get; init; }

    /// <summary>The first major version that no longer has it; an entry of the same features takes its place there.</summary>
    public int Until { get; init; } = int.MaxValue;

    /// <summary>The type that it belongs to, or is; null for what belongs to none.</summary>
    public virtual RuntimeType? Owner => null;

    /// <summary>True when it is a part of each object of <see cref="Owner"/>.</summary>
    public virtual bool IsInObjects => false;

    /// <summary>True when a runtime of that major version should have it; an unknown version, 0, should have what all have.</summary>
    public bool IsOf(int version) => version >= Since && version < Until;

    /// <summary>Looks for it in an image; <see cref="EntryState.NotLoaded"/> while its library is not there.</summary>
    public abstract EntryState Check(RuntimeLibraries libraries);
}

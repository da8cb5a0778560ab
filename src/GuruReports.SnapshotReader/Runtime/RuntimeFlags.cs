namespace GuruReports.SnapshotReader.Runtime;

/// <summary>Numbers that are in the runtime's code alone; an object whose state is known shows whether they still hold.</summary>
/// <param name="name">How reports name them.</param>
/// <param name="holds">Looks at such an object; null when the image has none yet.</param>
/// <param name="features">What cannot be told without them.</param>
internal sealed class RuntimeFlags(string name, Func<RuntimeLibraries, bool?> holds, params IReadOnlyList<RuntimeFeature> features)
    : RuntimeEntry(name, features)
{
    public override EntryState Check(RuntimeLibraries libraries) => holds(libraries) switch
    {
        null => EntryState.NotLoaded,
        true => EntryState.Found,
        false => EntryState.Missing,
    };
}

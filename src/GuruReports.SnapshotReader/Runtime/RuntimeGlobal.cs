namespace GuruReports.SnapshotReader.Runtime;

/// <summary>A variable of the runtime whose address the runtime itself describes.</summary>
internal sealed class RuntimeGlobal(string name, params IReadOnlyList<RuntimeFeature> features) : RuntimeEntry(name, features)
{
    public override EntryState Check(RuntimeLibraries libraries) =>
        libraries.Descriptor?.TryGlobal(Name, out _) == true ? EntryState.Found : EntryState.Missing;
}

namespace GuruReports.SnapshotReader.Runtime;

/// <summary>A field of one of the runtime's native structures, which the runtime itself describes.</summary>
internal sealed class RuntimeLayout(string structure, string field, params IReadOnlyList<RuntimeFeature> features)
    : RuntimeEntry(structure + "." + field, features)
{
    public string Structure { get; } = structure;

    public string Field { get; } = field;

    public override EntryState Check(RuntimeLibraries libraries) =>
        libraries.Descriptor?.Has(Structure, Field) == true ? EntryState.Found : EntryState.Missing;
}

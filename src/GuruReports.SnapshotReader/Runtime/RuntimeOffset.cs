using System.Reflection.Metadata;

namespace GuruReports.SnapshotReader.Runtime;

/// <summary>Where a field lies in a structure that is read through a pointer: fields of one word each, in their order, or as metadata says.</summary>
internal sealed class RuntimeOffset(RuntimeType type, string field, int offset, params IReadOnlyList<RuntimeFeature> features)
    : RuntimeEntry(type.Name + "." + field, features)
{
    private const int WordSize = 8;

    public int Offset { get; } = offset;

    public override RuntimeType Owner => type;

    public override EntryState Check(RuntimeLibraries libraries)
    {
        if (libraries.Find(type.Library) is not { } library)
        {
            return EntryState.NotLoaded;
        }

        return library.Find(type.FullName) is { } handle && Find(library.Metadata, handle) == Offset ? EntryState.Found : EntryState.Missing;
    }

    private int? Find(MetadataReader metadata, TypeDefinitionHandle type)
    {
        var next = 0;
        foreach (var handle in metadata.GetTypeDefinition(type).GetFields())
        {
            var found = metadata.GetFieldDefinition(handle);
            if ((found.Attributes & System.Reflection.FieldAttributes.Static) != 0)
            {
                continue;
            }

            var at = found.GetOffset() is var set and >= 0 ? set : next;
            if (FieldShapes.Of(metadata, found) is not (FieldShape.Native or FieldShape.Reference))
            {
                return null;
            }

            if (metadata.StringComparer.Equals(found.Name, field))
            {
                return at;
            }

            next = at + WordSize;
        }

        return null;
    }
}

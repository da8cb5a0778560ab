using System.Reflection.Metadata;

namespace GuruReports.SnapshotReader.Runtime;

/// <summary>A number that the runtime's metadata keeps by name, such as where a flag lies.</summary>
internal sealed class RuntimeConstant(RuntimeType type, string field, int value, params IReadOnlyList<RuntimeFeature> features)
    : RuntimeEntry(type.Name + "." + field, features)
{
    public int Value { get; } = value;

    public override RuntimeType Owner => type;

    public override EntryState Check(RuntimeLibraries libraries)
    {
        if (libraries.Find(type.Library) is not { } library)
        {
            return EntryState.NotLoaded;
        }

        return library.Find(type.FullName) is { } handle && library.FindField(handle, field) is { } found && Read(library.Metadata, found) == Value
            ? EntryState.Found
            : EntryState.Missing;
    }

    private static int? Read(MetadataReader metadata, FieldDefinition field)
    {
        if (field.GetDefaultValue().IsNil)
        {
            return null;
        }

        var constant = metadata.GetConstant(field.GetDefaultValue());
        return metadata.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode) switch
        {
            int number => number,
            uint number => (int)number,
            _ => null,
        };
    }
}

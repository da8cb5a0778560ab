using System.Reflection;
using System.Reflection.Metadata;

namespace GuruReports.SnapshotReader.Runtime;

/// <summary>A field that the reader reads.</summary>
internal sealed class RuntimeField(RuntimeType type, string field, FieldShape shape, params IReadOnlyList<RuntimeFeature> features)
    : RuntimeEntry(type.Name + "." + field, features)
{
    public RuntimeType Type { get; } = type;

    public string Field { get; } = field;

    /// <summary>True for a field of the type itself or of a thread.</summary>
    public bool IsStatic { get; init; }

    public override RuntimeType Owner => Type;

    public override bool IsInObjects => !IsStatic;

    public override EntryState Check(RuntimeLibraries libraries)
    {
        if (libraries.Find(Type.Library) is not { } library)
        {
            return EntryState.NotLoaded;
        }

        return library.Find(Type.FullName) is { } handle && library.FindField(handle, Field) is { } found
            && found.Attributes.HasFlag(FieldAttributes.Static) == IsStatic && FieldShapes.Of(library.Metadata, found) == shape
            ? EntryState.Found
            : EntryState.Missing;
    }
}

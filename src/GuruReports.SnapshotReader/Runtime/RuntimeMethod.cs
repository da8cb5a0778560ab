using System.Reflection.Metadata;

namespace GuruReports.SnapshotReader.Runtime;

/// <summary>A method that the reader recognises on stacks.</summary>
internal sealed class RuntimeMethod(RuntimeType type, string method, params IReadOnlyList<RuntimeFeature> features)
    : RuntimeEntry(type.Name + "." + method, features)
{
    public RuntimeType Type { get; } = type;

    public string Method { get; } = method;

    public override RuntimeType Owner => Type;

    public override EntryState Check(RuntimeLibraries libraries)
    {
        if (libraries.Find(Type.Library) is not { } library)
        {
            return EntryState.NotLoaded;
        }

        if (library.Find(Type.FullName) is not { } handle)
        {
            return EntryState.Missing;
        }

        foreach (var candidate in library.Metadata.GetTypeDefinition(handle).GetMethods())
        {
            if (library.Metadata.StringComparer.Equals(library.Metadata.GetMethodDefinition(candidate).Name, Method))
            {
                return EntryState.Found;
            }
        }

        return EntryState.Missing;
    }
}

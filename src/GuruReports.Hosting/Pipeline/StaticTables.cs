using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace GuruReports.Hosting.Pipeline;

/// <summary>
/// Finds the types of an assembly that have static fields to be made. In its metadata: asked by reflection, each type of the assembly
/// would be loaded, which costs a service memory that it never gets back.
/// </summary>
internal static class StaticTables
{
    private const string Initializer = ".cctor";

    /// <summary>Lists them, without those of generic types. Empty where the assembly has no metadata at hand.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="rooms">How the namespaces begin that are looked at.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "What was trimmed away needs no preparation.")]
    public static unsafe List<RuntimeTypeHandle> Of(Assembly assembly, string[] rooms)
    {
        var found = new List<RuntimeTypeHandle>();
        if (!assembly.TryGetRawMetadata(out var blob, out var length))
        {
            return found;
        }

        var reader = new MetadataReader(blob, length);
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if (type.GetGenericParameters().Count == 0 && IsIn(reader, type, rooms) && HasInitializer(reader, type))
            {
                found.Add(assembly.ManifestModule.ResolveType(MetadataTokens.GetToken(handle)).TypeHandle);
            }
        }

        return found;
    }

    private static bool IsIn(MetadataReader reader, TypeDefinition type, string[] rooms)
    {
        // A nested type has the namespace of the one around it, and none in the metadata.
        while (type.GetDeclaringType() is { IsNil: false } around)
        {
            type = reader.GetTypeDefinition(around);
        }

        foreach (var room in rooms)
        {
            if (reader.StringComparer.StartsWith(type.Namespace, room))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasInitializer(MetadataReader reader, TypeDefinition type)
    {
        foreach (var method in type.GetMethods())
        {
            if (reader.StringComparer.Equals(reader.GetMethodDefinition(method).Name, Initializer))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Reflection.Metadata;
using GuruReports.SnapshotReader.Runtime;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Symbols;

/// <summary>Reads the version of the runtime from the attributes of its core library.</summary>
internal static class RuntimeVersions
{
    /// <summary>The informational version without its commit; "unknown" when the core library does not say.</summary>
    public static string Read(ClrModule coreLibrary, ModuleFiles files)
    {
        var metadata = files.Find(coreLibrary)?.Metadata;
        if (metadata is null)
        {
            return "unknown";
        }

        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (TypeName(metadata, attribute) == "AssemblyInformationalVersionAttribute")
            {
                var value = metadata.GetBlobReader(attribute.Value);
                value.ReadUInt16();
                return value.ReadSerializedString()?.Split('+')[0] ?? "unknown";
            }
        }

        return "unknown";
    }

    private static string? TypeName(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind == HandleKind.MethodDefinition)
        {
            var method = metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor);
            return metadata.GetString(metadata.GetTypeDefinition(method.GetDeclaringType()).Name);
        }

        var parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return parent.Kind == HandleKind.TypeReference ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name) : null;
    }
}

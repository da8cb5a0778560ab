using System.Reflection.Metadata;

namespace GuruReports.SnapshotReader.Analysis.Symbols;

/// <summary>Names types by metadata alone, as those that have not been loaded are.</summary>
internal static class MetadataNames
{
    /// <summary>The full name, nested types behind a plus; of a generic instance, that of the generic type; empty for what has no name.</summary>
    public static string Of(MetadataReader metadata, EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeDefinition:
                var definition = metadata.GetTypeDefinition((TypeDefinitionHandle)type);
                return definition.GetDeclaringType() is { IsNil: false } outer
                    ? $"{Of(metadata, outer)}+{metadata.GetString(definition.Name)}"
                    : Join(metadata.GetString(definition.Namespace), metadata.GetString(definition.Name));
            case HandleKind.TypeReference:
                var reference = metadata.GetTypeReference((TypeReferenceHandle)type);
                return reference.ResolutionScope.Kind == HandleKind.TypeReference
                    ? $"{Of(metadata, reference.ResolutionScope)}+{metadata.GetString(reference.Name)}"
                    : Join(metadata.GetString(reference.Namespace), metadata.GetString(reference.Name));
            case HandleKind.TypeSpecification:
                // A generic instance: its marker, class or value type, then the generic type itself.
                var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
                return signature.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance && signature.ReadCompressedInteger() > 0 ? Of(metadata, signature.ReadTypeHandle()) : "";
            default:
                return "";
        }
    }

    private static string Join(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}

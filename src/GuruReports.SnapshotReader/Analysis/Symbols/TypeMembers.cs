using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Runtime;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Symbols;

/// <summary>Asks the metadata what the runtime does not list: interfaces, and methods that have not run yet.</summary>
internal sealed class TypeMembers
{
    private readonly ModuleFiles _files;
    private readonly Dictionary<(ulong, string), bool> _implements = [];

    public TypeMembers(ModuleFiles files) => _files = files;

    /// <summary>True when the type or a base type declares an interface with that metadata name.</summary>
    public bool Implements(ClrType type, string interfaceName)
    {
        if (!_implements.TryGetValue((type.MethodTable, interfaceName), out var implements))
        {
            for (ClrType? current = type; current is not null && !implements; current = current.BaseType)
            {
                implements = Declares(current, interfaceName);
            }

            _implements[(type.MethodTable, interfaceName)] = implements;
        }

        return implements;
    }

    /// <summary>The first line of a method of the type itself; null when it has no such method.</summary>
    public (MethodDefinitionHandle Handle, SourcePlace? Place)? Method(ClrType type, string name)
    {
        if (_files.Find(type.Module) is not { } file || Definition(type, file.Metadata) is not { } definition)
        {
            return null;
        }

        foreach (var handle in definition.GetMethods())
        {
            if (file.Metadata.StringComparer.Equals(file.Metadata.GetMethodDefinition(handle).Name, name))
            {
                return (handle, SourceLines.OfOffset(file, handle, 0));
            }
        }

        return null;
    }

    /// <summary>The name of a type, with the names of its parameters where shared code does not tell the arguments.</summary>
    public string WithParameters(ClrType type)
    {
        const string Shared = "System.__Canon";
        var name = type.Name ?? "?";
        if (!name.Contains(Shared, StringComparison.Ordinal) || _files.Find(type.Module) is not { } file || Definition(type, file.Metadata) is not { } definition)
        {
            return name;
        }

        foreach (var handle in definition.GetGenericParameters())
        {
            var at = name.IndexOf(Shared, StringComparison.Ordinal);
            if (at >= 0)
            {
                name = name[..at] + file.Metadata.GetString(file.Metadata.GetGenericParameter(handle).Name) + name[(at + Shared.Length)..];
            }
        }

        return name;
    }

    private bool Declares(ClrType type, string interfaceName)
    {
        if (_files.Find(type.Module) is not { Metadata: { } metadata } || Definition(type, metadata) is not { } definition)
        {
            return false;
        }

        foreach (var handle in definition.GetInterfaceImplementations())
        {
            if (NameOf(metadata, metadata.GetInterfaceImplementation(handle).Interface) == interfaceName)
            {
                return true;
            }
        }

        return false;
    }

    private static TypeDefinition? Definition(ClrType type, MetadataReader metadata)
    {
        var handle = MetadataTokens.TypeDefinitionHandle(type.MetadataToken & 0xFFFFFF);
        return handle.IsNil || MetadataTokens.GetRowNumber(handle) > metadata.TypeDefinitions.Count ? null : metadata.GetTypeDefinition(handle);
    }

    private static string? NameOf(MetadataReader metadata, EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeReference:
                return metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name);
            case HandleKind.TypeDefinition:
                return metadata.GetString(metadata.GetTypeDefinition((TypeDefinitionHandle)type).Name);
            case HandleKind.TypeSpecification:
                // A generic instance: its marker, class or value type, then the generic type itself.
                var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
                return signature.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance && signature.ReadCompressedInteger() > 0
                    ? NameOf(metadata, signature.ReadTypeHandle())
                    : null;
            default:
                return null;
        }
    }
}

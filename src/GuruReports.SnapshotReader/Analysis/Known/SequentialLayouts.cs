using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using GuruReports.SnapshotReader.Analysis.Memory;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Known;

/// <summary>
/// Where 32-bit numbers lie in a value that the runtime's tables do not describe: a generic one within a generic object. Only for
/// values laid out one field behind the other, of such numbers and of padding whose size metadata tells.
/// </summary>
internal sealed class SequentialLayouts(Image image)
{
    private readonly Dictionary<(ulong Module, int Field, string Name), int> _known = [];

    /// <summary>The offset of a number within the value in a field; -1 when it cannot be told.</summary>
    public int Offset(ClrInstanceField value, string name)
    {
        var key = (value.ContainingType.Module.Address, value.Token, name);
        if (!_known.TryGetValue(key, out var offset))
        {
            _known[key] = offset = image.Files.Find(value.ContainingType.Module)?.Metadata is { } metadata && TypeOf(metadata, value.Token) is { } type ? Find(metadata, type, name) : -1;
        }

        return offset;
    }

    private static TypeDefinition? TypeOf(MetadataReader metadata, int field)
    {
        var signature = metadata.GetBlobReader(metadata.GetFieldDefinition((FieldDefinitionHandle)MetadataTokens.Handle(field)).Signature);
        signature.ReadSignatureHeader();
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        signature.ReadCompressedInteger();
        var handle = signature.ReadTypeHandle();
        return handle.Kind == HandleKind.TypeDefinition && metadata.GetTypeDefinition((TypeDefinitionHandle)handle) is var type && (type.Attributes & TypeAttributes.LayoutMask) == TypeAttributes.SequentialLayout ? type : null;
    }

    private static int Find(MetadataReader metadata, TypeDefinition type, string name)
    {
        var next = 0;
        foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition).Where(static field => (field.Attributes & FieldAttributes.Static) == 0))
        {
            var (size, alignment) = SizeOf(metadata, field);
            if (size <= 0)
            {
                return -1;
            }

            next = (next + alignment - 1) / alignment * alignment;
            if (metadata.StringComparer.Equals(field.Name, name))
            {
                return size == sizeof(int) ? next : -1;
            }

            next += size;
        }

        return -1;
    }

    private static (int Size, int Alignment) SizeOf(MetadataReader metadata, FieldDefinition field)
    {
        var signature = metadata.GetBlobReader(field.Signature);
        signature.ReadSignatureHeader();
        var code = signature.ReadSignatureTypeCode();
        while (code is SignatureTypeCode.RequiredModifier or SignatureTypeCode.OptionalModifier)
        {
            // As of a volatile field.
            signature.ReadTypeHandle();
            code = signature.ReadSignatureTypeCode();
        }

        return code == SignatureTypeCode.Int32 ? (sizeof(int), sizeof(int))
            : code == SignatureTypeCode.TypeHandle && signature.ReadTypeHandle() is { Kind: HandleKind.TypeDefinition } handle
                && metadata.GetTypeDefinition((TypeDefinitionHandle)handle) is var padding && padding.GetFields().Count == 0 ? (padding.GetLayout().Size, 1)
            : (0, 1);
    }
}

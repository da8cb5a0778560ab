using System.Reflection.Metadata;

namespace GuruReports.SnapshotReader.Runtime;

/// <summary>Reads off metadata what a field holds.</summary>
internal static class FieldShapes
{
    /// <summary>The shape of a field; null for what the reader has no use for.</summary>
    public static FieldShape? Of(MetadataReader metadata, FieldDefinition field)
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

        return code switch
        {
            SignatureTypeCode.Object or SignatureTypeCode.String or SignatureTypeCode.SZArray or SignatureTypeCode.Array => FieldShape.Reference,
            SignatureTypeCode.Boolean or SignatureTypeCode.SByte or SignatureTypeCode.Byte => FieldShape.Bits8,
            SignatureTypeCode.Int16 or SignatureTypeCode.UInt16 or SignatureTypeCode.Char => FieldShape.Bits16,
            SignatureTypeCode.Int32 or SignatureTypeCode.UInt32 => FieldShape.Bits32,
            SignatureTypeCode.Int64 or SignatureTypeCode.UInt64 => FieldShape.Bits64,
            SignatureTypeCode.IntPtr or SignatureTypeCode.UIntPtr or SignatureTypeCode.Pointer or SignatureTypeCode.FunctionPointer => FieldShape.Native,
            SignatureTypeCode.GenericTypeParameter => FieldShape.Parameter,
            SignatureTypeCode.TypeHandle => OfHandle(field, metadata),
            SignatureTypeCode.GenericTypeInstance => signature.ReadCompressedInteger() == (int)SignatureTypeKind.Class ? FieldShape.Reference : FieldShape.Struct,
            _ => null,
        };
    }

    // The reader gives class and value type out as one code; which it is stands in the byte itself.
    private static FieldShape OfHandle(FieldDefinition field, MetadataReader metadata)
    {
        var signature = metadata.GetBlobReader(field.Signature);
        signature.ReadByte();
        var code = signature.ReadByte();
        while (code is (byte)SignatureTypeCode.RequiredModifier or (byte)SignatureTypeCode.OptionalModifier)
        {
            signature.ReadTypeHandle();
            code = signature.ReadByte();
        }

        return code == (byte)SignatureTypeKind.Class ? FieldShape.Reference : FieldShape.Struct;
    }
}

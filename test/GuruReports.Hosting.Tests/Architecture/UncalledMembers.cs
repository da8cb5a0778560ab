using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace GuruReports.Hosting.Tests.Architecture;

/// <summary>
/// Finds the members that assemblies declare for themselves and that none of them uses, by what their compiled code names.
/// Constants are not seen: the compiler copies their values.
/// </summary>
internal sealed class UncalledMembers
{
    private static readonly Dictionary<int, OperandType> s_operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value, code => code.OperandType);

    private readonly HashSet<string> _declared = [];
    private readonly HashSet<string> _constants = [];
    private readonly HashSet<string> _used = [];

    /// <summary>Gets the members that nothing read so far uses, as type and name, in order.</summary>
    public IEnumerable<string> Uncalled => _declared.Except(_used).Order(StringComparer.Ordinal);

    /// <summary>Gets the constants and the members of enumerations, public ones too.</summary>
    public IEnumerable<string> Constants => _constants.Order(StringComparer.Ordinal);

    /// <summary>Reads what an assembly declares, and what it uses.</summary>
    public void Add(string path)
    {
        using var assembly = new PEReader(File.OpenRead(path));
        var metadata = assembly.GetMetadataReader();
        foreach (var type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(type => !IsMade(metadata, type)))
        {
            DeclareMethods(metadata, type);
            DeclareFields(metadata, type);
        }

        AddUser(path);
    }

    /// <summary>Reads what an assembly uses.</summary>
    public void AddUser(string path)
    {
        using var assembly = new PEReader(File.OpenRead(path));
        var metadata = assembly.GetMetadataReader();
        foreach (var body in metadata.MethodDefinitions.Select(metadata.GetMethodDefinition).Where(method => method.RelativeVirtualAddress != 0))
        {
            Use(metadata, assembly.GetMethodBody(body.RelativeVirtualAddress).GetILReader());
        }
    }

    // What implements or overrides is called through what it implements; what is visible outside is for others to call.
    private void DeclareMethods(MetadataReader metadata, TypeDefinition type)
    {
        foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
        {
            var name = metadata.GetString(method.Name);
            var isVisible = IsPublic(metadata, type) && (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;
            if (!isVisible && (method.Attributes & (MethodAttributes.Virtual | MethodAttributes.RTSpecialName)) == 0
                && !IsMade(metadata, method.GetCustomAttributes()) && !name.Contains('<', StringComparison.Ordinal))
            {
                _declared.Add($"{NameOf(metadata, type)}.{name}");
            }
        }
    }

    // The fields of a structure that a system call fills are its layout.
    private void DeclareFields(MetadataReader metadata, TypeDefinition type)
    {
        foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition))
        {
            var name = metadata.GetString(field.Name);
            if ((field.Attributes & FieldAttributes.Literal) != 0)
            {
                _constants.Add($"{NameOf(metadata, type)}.{name}");
            }
            else if ((field.Attributes & FieldAttributes.FieldAccessMask) is not FieldAttributes.Public && (field.Attributes & FieldAttributes.RTSpecialName) == 0
                && (type.Attributes & TypeAttributes.LayoutMask) is TypeAttributes.AutoLayout && !name.Contains('<', StringComparison.Ordinal))
            {
                _declared.Add($"{NameOf(metadata, type)}.{name}");
            }
        }
    }

    private void Use(MetadataReader metadata, BlobReader code)
    {
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            if (value == 0xFE)
            {
                value = 0xFE00 | code.ReadByte();
            }

            switch (s_operands[value])
            {
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.Offset += 1;
                    break;
                case OperandType.InlineVar:
                    code.Offset += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += 8;
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok:
                    if (MetadataTokens.Handle(code.ReadInt32()) is { IsNil: false } handle && MemberOf(metadata, (EntityHandle)handle) is { } member)
                    {
                        _used.Add(member);
                    }

                    break;
                default:
                    code.Offset += 4;
                    break;
            }
        }
    }

    private static string? MemberOf(MetadataReader metadata, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.MethodDefinition => metadata.GetMethodDefinition((MethodDefinitionHandle)handle) is var method
            ? $"{NameOf(metadata, metadata.GetTypeDefinition(method.GetDeclaringType()))}.{metadata.GetString(method.Name)}" : null,
        HandleKind.FieldDefinition => metadata.GetFieldDefinition((FieldDefinitionHandle)handle) is var field
            ? $"{NameOf(metadata, metadata.GetTypeDefinition(field.GetDeclaringType()))}.{metadata.GetString(field.Name)}" : null,
        HandleKind.MethodSpecification => MemberOf(metadata, metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method),
        HandleKind.MemberReference => metadata.GetMemberReference((MemberReferenceHandle)handle) is var reference && TypeOf(metadata, reference.Parent) is { } type
            ? $"{type}.{metadata.GetString(reference.Name)}" : null,
        _ => null,
    };

    private static string? TypeOf(MetadataReader metadata, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return NameOf(metadata, metadata.GetTypeDefinition((TypeDefinitionHandle)handle));
            case HandleKind.TypeReference:
                var reference = metadata.GetTypeReference((TypeReferenceHandle)handle);
                var name = metadata.GetString(reference.Name);
                return reference.ResolutionScope.Kind is HandleKind.TypeReference
                    ? $"{TypeOf(metadata, reference.ResolutionScope)}+{name}"
                    : $"{metadata.GetString(reference.Namespace)}.{name}";
            case HandleKind.TypeSpecification:
                // GENERICINST, CLASS or VALUETYPE, then the type's own coded index (ECMA-335, II.23.2.14).
                var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
                const byte GenericInstance = 0x15;
                if (signature.ReadByte() != GenericInstance)
                {
                    return null;
                }

                signature.ReadByte();
                return TypeOf(metadata, signature.ReadTypeHandle());
            default:
                return null;
        }
    }

    private static string NameOf(MetadataReader metadata, TypeDefinition type) => type.GetDeclaringType() is { IsNil: false } outer
        ? $"{NameOf(metadata, metadata.GetTypeDefinition(outer))}+{metadata.GetString(type.Name)}"
        : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";

    private static bool IsPublic(MetadataReader metadata, TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic => IsPublic(metadata, metadata.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };

    private static bool IsMade(MetadataReader metadata, TypeDefinition type) =>
        metadata.GetString(type.Name).Contains('<', StringComparison.Ordinal)
        || IsMade(metadata, type.GetCustomAttributes())
        || (type.GetDeclaringType() is { IsNil: false } outer && IsMade(metadata, metadata.GetTypeDefinition(outer)));

    // By the compiler or by a source generator.
    private static bool IsMade(MetadataReader metadata, CustomAttributeHandleCollection attributes) => attributes
        .Select(handle => metadata.GetCustomAttribute(handle).Constructor)
        .Where(constructor => constructor.Kind is HandleKind.MemberReference)
        .Select(constructor => TypeOf(metadata, metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent))
        .Any(name => name is "System.Runtime.CompilerServices.CompilerGeneratedAttribute" or "System.CodeDom.Compiler.GeneratedCodeAttribute");
}

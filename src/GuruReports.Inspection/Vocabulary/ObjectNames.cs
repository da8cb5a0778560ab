using System.Globalization;

namespace GuruReports.Inspection.Vocabulary;

/// <summary>Names objects as reports show them: the type without its namespace, and the address.</summary>
internal static class ObjectNames
{
    /// <summary><c>Heat.Engine.StackStore</c> at 0x7f21c0 → <c>StackStore@7f21c0</c>.</summary>
    /// <param name="typeName">The full name of the type.</param>
    /// <param name="address">The address of the object.</param>
    /// <returns>The name.</returns>
    public static string Of(string typeName, ulong address) =>
        string.Create(CultureInfo.InvariantCulture, $"{Short(typeName)}@{address:x}");

    /// <summary>A field with its type, without the namespace: <c>Heat.Engine.StackStore._stacks</c> → <c>StackStore._stacks</c>.</summary>
    /// <param name="name">The type's full name, a dot and the field.</param>
    /// <returns>The short name.</returns>
    public static string Member(string name) => name.LastIndexOf('.') is var dot and > 0 ? Short(name[..dot]) + name[dot..] : name;

    /// <summary>The name of a type without its namespace; type arguments keep theirs.</summary>
    /// <param name="typeName">The full name of the type.</param>
    /// <returns>The short name.</returns>
    public static string Short(string typeName)
    {
        var arguments = typeName.IndexOfAny(['<', '[', '`']);
        var end = arguments < 0 ? typeName.Length : arguments;
        var dot = end == 0 ? -1 : typeName.LastIndexOf('.', end - 1);
        return typeName[(dot + 1)..].Replace('+', '.');
    }
}

using System.Text;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Symbols;

/// <summary>Writes type names as C# does: nested types with a dot, generic arguments in angle brackets.</summary>
internal static class TypeNames
{
    private const int DepthLimit = 8;

    /// <summary>Returns the name with namespace, as it stands before a method.</summary>
    public static string Full(Type type)
    {
        var text = new StringBuilder();
        Append(text, type, withNamespace: true, depth: 0);
        return text.ToString();
    }

    /// <summary>Returns the name without namespace, as it stands in a parameter list.</summary>
    public static string Short(Type type)
    {
        var text = new StringBuilder();
        Append(text, type, withNamespace: false, depth: 0);
        return text.ToString();
    }

    /// <summary>Returns whether a type is, or is made of, the placeholder that stands for any reference type in shared code.</summary>
    public static bool HasPlaceholder(Type type) =>
        type.HasElementType ? HasPlaceholder(type.GetElementType()!)
        : type.IsGenericType ? Array.Exists(type.GetGenericArguments(), HasPlaceholder)
        : type.FullName == "System.__Canon";

    /// <summary>Appends the generic arguments in angle brackets.</summary>
    public static void AppendArguments(StringBuilder text, ReadOnlySpan<Type> arguments, ReadOnlySpan<Type> parameters, int depth = 0)
    {
        text.Append('<');
        for (var index = 0; index < arguments.Length; index++)
        {
            if (index > 0)
            {
                text.Append(", ");
            }

            // Code shared by all reference types has a placeholder where the argument was; only the parameter's name is true.
            var argument = arguments[index];
            if (argument.FullName == "System.__Canon" && index < parameters.Length)
            {
                argument = parameters[index];
            }

            Append(text, argument, withNamespace: false, depth + 1);
        }

        text.Append('>');
    }

    private static void Append(StringBuilder text, Type type, bool withNamespace, int depth)
    {
        if (depth > DepthLimit)
        {
            text.Append('…');
            return;
        }

        if (type.HasElementType)
        {
            Append(text, type.GetElementType()!, withNamespace, depth);
            text.Append(type.IsArray ? $"[{new string(',', type.GetArrayRank() - 1)}]" : type.IsPointer ? "*" : "&");
            return;
        }

        if (type.IsGenericParameter)
        {
            text.Append(type.Name);
            return;
        }

        if (type.FullName == "System.__Canon")
        {
            text.Append('_');
            return;
        }

        AppendNamed(text, type, withNamespace, depth);
    }

    private static void AppendNamed(StringBuilder text, Type type, bool withNamespace, int depth)
    {
        if (withNamespace && type.Namespace is { Length: > 0 } space)
        {
            text.Append(space).Append('.');
        }

        var chain = new List<Type>();
        for (var outer = type; outer is not null; outer = outer.DeclaringType)
        {
            chain.Insert(0, outer);
        }

        // A nested type's arguments begin with those of the types around it.
        var arguments = type.IsGenericType ? type.GetGenericArguments() : [];
        var parameters = type.IsGenericType ? type.GetGenericTypeDefinition().GetGenericArguments() : [];
        var used = 0;
        for (var index = 0; index < chain.Count; index++)
        {
            if (index > 0)
            {
                text.Append('.');
            }

            var name = chain[index].Name;
            var tick = name.IndexOf('`', StringComparison.Ordinal);
            text.Append(CompilerNames.ReadType(tick < 0 ? name : name[..tick]));
            var until = Math.Min(chain[index].IsGenericType ? chain[index].GetGenericArguments().Length : 0, arguments.Length);
            if (until > used)
            {
                AppendArguments(text, arguments.AsSpan(used, until - used), parameters.AsSpan(used, until - used), depth);
                used = until;
            }
        }
    }
}

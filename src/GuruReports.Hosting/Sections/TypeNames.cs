namespace GuruReports.Hosting.Sections;

/// <summary>Names types as source code does.</summary>
internal static class TypeNames
{
    /// <summary>Returns a type's name with its namespace and its type arguments (<c>Heat.Cache&lt;String, Order&gt;</c>).</summary>
    /// <param name="type">The type.</param>
    public static string Of(Type type) => Of(type, withNamespace: true, depth: 0);

    /// <summary>Returns a type's name without its namespace.</summary>
    /// <param name="type">The type.</param>
    public static string Short(Type type) => Of(type, withNamespace: false, depth: 0);

    private static string Of(Type type, bool withNamespace, int depth)
    {
        if (type.IsArray && type.GetElementType() is { } element)
        {
            return Of(element, withNamespace, depth) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        }

        var name = type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        name = tick > 0 ? name[..tick] : name;
        if (type.IsGenericType && depth < 4)
        {
            name += "<" + string.Join(", ", type.GetGenericArguments().Select(argument => Of(argument, withNamespace: false, depth + 1))) + ">";
        }

        if (type.IsNested && !type.IsGenericParameter && type.DeclaringType is { } outer && depth < 4)
        {
            return Of(outer, withNamespace, depth + 1) + "." + name;
        }

        return withNamespace && type.Namespace is { Length: > 0 } space ? space + "." + name : name;
    }
}

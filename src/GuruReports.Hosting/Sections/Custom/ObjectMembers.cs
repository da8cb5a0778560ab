using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace GuruReports.Hosting.Sections.Custom;

/// <summary>Finds the public properties and fields of types. Remembers them as long as the type lives.</summary>
internal static class ObjectMembers
{
    private static readonly ConditionalWeakTable<Type, IReadOnlyList<ObjectMember>> s_members = [];

    /// <summary>Returns the members of a type, those of its base types first, in the order of their declaration.</summary>
    public static IReadOnlyList<ObjectMember> Of(Type type) => s_members.GetValue(type, Find);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that was trimmed away is not there to be shown.")]
    private static List<ObjectMember> Find(Type type)
    {
        const BindingFlags Flags = BindingFlags.Public | BindingFlags.Instance;
        var found = new List<(int Level, int Token, ObjectMember Member)>();
        foreach (var property in type.GetProperties(Flags))
        {
            if (property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && CanBeBoxed(property.PropertyType))
            {
                found.Add((Level(property.DeclaringType), property.MetadataToken, new ObjectMember(property.Name, property.GetValue, IsSecret(property))));
            }
        }

        foreach (var field in type.GetFields(Flags))
        {
            if (CanBeBoxed(field.FieldType))
            {
                found.Add((Level(field.DeclaringType), field.MetadataToken, new ObjectMember(field.Name, field.GetValue, IsSecret(field))));
            }
        }

        // A property that hides one of a base type stands for both.
        return
        [
            .. found.OrderBy(entry => entry.Level).ThenBy(entry => entry.Token).GroupBy(entry => entry.Member.Name, StringComparer.Ordinal).Select(group => group.Last().Member),
        ];
    }

    private static bool IsSecret(MemberInfo member) => member.IsDefined(typeof(ReportSecretAttribute), inherit: true);

    private static bool CanBeBoxed(Type type) => !type.IsByRef && !type.IsByRefLike && !type.IsPointer && !type.IsFunctionPointer;

    private static int Level(Type? type)
    {
        var level = 0;
        for (; type is not null; type = type.BaseType)
        {
            level++;
        }

        return level;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using GuruReports.Hosting.Redaction.Keys;

namespace GuruReports.Hosting.Sections.Configuration.Effective;

/// <summary>Declares the keys of options' secret properties, so that they are masked wherever configuration is shown.</summary>
internal static class SecretMembers
{
    private const int DeepestLevel = 5;

    /// <summary>Declares those of a type and of the types of its properties.</summary>
    /// <param name="type">The type of the options.</param>
    /// <param name="section">The section that it is bound to.</param>
    public static void Declare([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type type, string section) => Declare(type, section, 0);

    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "A property that was trimmed away has no key that could be bound.")]
    private static void Declare([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type type, string section, int depth)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var key = $"{section}:{property.Name}";
            if (property.IsDefined(typeof(ReportSecretAttribute), inherit: true))
            {
                DeclaredSecrets.Shared.Add(key);
            }
            else if (depth < DeepestLevel && property.PropertyType is { IsClass: true } nested && nested != typeof(string) && nested.Assembly == type.Assembly)
            {
                Declare(nested, key, depth + 1);
            }
        }
    }
}

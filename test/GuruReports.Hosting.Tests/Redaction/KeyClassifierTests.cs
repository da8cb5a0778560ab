using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Redaction.Keys;

namespace GuruReports.Hosting.Tests.Redaction;

public class KeyClassifierTests
{
    [Theory]
    [InlineData("Password")]
    [InlineData("PGPASSWORD")]
    [InlineData("MYSQL_PWD")]
    [InlineData("DBPASS")]
    [InlineData("Smtp:Pass")]
    [InlineData("ApiKey")]
    [InlineData("api_key")]
    [InlineData("api-key")]
    [InlineData("APIKEY")]
    [InlineData("X-Api-Key")]
    [InlineData("Stripe:ApiKeyProduction")]
    [InlineData("ApiKeys:0")]
    [InlineData("ApiKeys:Billing")]
    [InlineData("Secrets:Stripe")]
    [InlineData("Password:Value")]
    [InlineData("Jwt:Key")]
    [InlineData("Jwt:SigningKey")]
    [InlineData("PASSWORD_DB")]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("TOKEN_GITHUB")]
    [InlineData("authtoken")]
    [InlineData("clientsecret")]
    [InlineData("AzureAd:ClientSecret")]
    [InlineData("ClientSecretValue")]
    [InlineData("Kestrel__Certificates__Default__Password")]
    [InlineData("Encryption:MasterKeyBase64")]
    [InlineData("AccountKey")]
    [InlineData("SharedAccessKey")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    [InlineData("VAULT_SECRET_ID")]
    [InlineData("--password")]
    [InlineData("/Password")]
    [InlineData("spring.datasource.password")]
    [InlineData("Ssh:PrivateKeyPassphrase")]
    [InlineData("RefreshTokens")]
    [InlineData("Storage:SasToken")]
    [InlineData("Authorization")]
    [InlineData("Password2")]
    [InlineData("OAuthToken")]
    [InlineData("SHA256Key")]
    [InlineData("StripeKey")]
    [InlineData("AdminPIN")]
    [InlineData("Hash:Salt")]
    [InlineData("mysecretstuff")]
    public void Classify_KeyOfASecret_IsSecret(string key)
    {
        var verdict = KeyClassifier.Classify(key);

        Assert.True(verdict is KeyVerdict.Secret or KeyVerdict.Weak, $"{key}: {verdict}");
    }

    [Theory]
    [InlineData("KeyboardLayout")]
    [InlineData("MonkeyPath")]
    [InlineData("PrimaryKeyColumn")]
    [InlineData("PrimaryKey")]
    [InlineData("Cache:PartitionKey")]
    [InlineData("RoutingKey")]
    [InlineData("PasswordPolicy")]
    [InlineData("Identity:Password:RequireDigit")]
    [InlineData("TokenEndpoint")]
    [InlineData("Auth:TokenIssuer")]
    [InlineData("SecretName")]
    [InlineData("KeyVaultName")]
    [InlineData("KEY_VAULT_URL")]
    [InlineData("PasswordFile")]
    [InlineData("CancellationToken")]
    [InlineData("PublicKeyToken")]
    [InlineData("PublicKey")]
    [InlineData("SecretaryEmail")]
    [InlineData("Tokenizer")]
    [InlineData("TokenizerPath")]
    [InlineData("PassengerCount")]
    [InlineData("Compass")]
    [InlineData("Hotkey")]
    [InlineData("OLDPWD")]
    [InlineData("SSH_AUTH_SOCK")]
    [InlineData("AuthMode")]
    [InlineData("PinnedMessages")]
    [InlineData("CookieName")]
    [InlineData("KeyId")]
    [InlineData("MaxTokens")]
    [InlineData("Turkey")]
    [InlineData("Key")]
    [InlineData("Passwordless")]
    [InlineData("SASL_MECHANISM")]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("SecurityTokenExpiredException")]
    [InlineData("")]
    [InlineData("::")]
    public void Classify_LookAlike_IsHarmless(string key)
    {
        var verdict = KeyClassifier.Classify(key);

        Assert.True(verdict is KeyVerdict.Harmless or KeyVerdict.Identity, $"{key}: {verdict}");
    }

    [Theory]
    [InlineData("TokenLifetime")]
    [InlineData("Auth:TokenLifetime")]
    [InlineData("PasswordMinLength")]
    [InlineData("SecretRotationInterval")]
    [InlineData("API_KEY_TTL")]
    public void Classify_MeasureOfASecret_DependsOnTheValue(string key)
    {
        var verdict = KeyClassifier.Classify(key);

        Assert.Equal(KeyVerdict.SecretUnlessMeasure, verdict);
    }

    [Theory]
    [InlineData("ConnectionStrings:Orders")]
    [InlineData("ConnectionStrings__Orders")]
    [InlineData("Redis:ConnectionString")]
    [InlineData("REDIS_CONNECTION_STRING")]
    [InlineData("SQLAZURECONNSTR_Orders")]
    [InlineData("connectionstring")]
    [InlineData("SENTRY_DSN")]
    public void Classify_ConnectionString_IsOne(string key)
    {
        var verdict = KeyClassifier.Classify(key);

        Assert.Equal(KeyVerdict.ConnectionString, verdict);
    }
}

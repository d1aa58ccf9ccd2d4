using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ScoreGuard.Mail.Tests.Servers;

/// <summary>
/// The only certificate authority that this process trusts. It is given to OpenSSL as an administrator would, by
/// SSL_CERT_FILE, before anything has asked for trusted certificates: the mailer itself knows of no such seam.
/// </summary>
internal static partial class TestAuthority
{
    private static readonly DateTimeOffset From = DateTimeOffset.UnixEpoch.AddYears(50);
    private static readonly DateTimeOffset To = From.AddYears(50);
    private static readonly string Folder = Directory.CreateTempSubdirectory("scoreguard-ca-").FullName;

    /// <summary>A certificate for this machine, of the trusted authority.</summary>
    public static KeyFiles Trusted { get; private set; } = null!;

    /// <summary>The same of an authority that nobody knows.</summary>
    public static KeyFiles Unknown { get; private set; } = null!;

    /// <summary>Of the trusted authority, for another machine.</summary>
    public static KeyFiles OtherMachine { get; private set; } = null!;

    [ModuleInitializer]
    internal static void Trust()
    {
        using var trusted = Authority("Trusted");
        using var unknown = Authority("Unknown");
        Trusted = Issue(trusted, "localhost", "trusted");
        Unknown = Issue(unknown, "localhost", "unknown");
        OtherMachine = Issue(trusted, "smtp.example.com", "other");
        var file = Path.Combine(Folder, "trusted-authority.pem");
        File.WriteAllText(file, trusted.ExportCertificatePem());
        _ = SetEnvironment("SSL_CERT_FILE", file, 1);
        _ = SetEnvironment("SSL_CERT_DIR", Directory.CreateDirectory(Path.Combine(Folder, "none")).FullName, 1);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);
    }

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name} test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(From, To);
    }

    private static KeyFiles Issue(X509Certificate2 authority, string host, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, From, To, RandomNumberGenerator.GetBytes(8));
        var files = new KeyFiles(Path.Combine(Folder, name + ".pem"), Path.Combine(Folder, name + ".key"));
        File.WriteAllText(files.Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(files.Key, key.ExportPkcs8PrivateKeyPem());
        return files;
    }

    // .NET keeps an environment of its own; OpenSSL reads the process's.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}

internal sealed record KeyFiles(string Certificate, string Key);

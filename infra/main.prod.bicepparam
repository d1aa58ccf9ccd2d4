// A production environment, for `az deployment sub create`.
using 'main.bicep'

param environmentName = 'prod'
param location = 'westeurope'
param operatorPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')

// Key Vault references, or keys, from the environment of whoever deploys: infra/README.md says how to make either.
param readKey = readEnvironmentVariable('SCOREGUARD_READ_KEY')
param operateKey = readEnvironmentVariable('SCOREGUARD_OPERATE_KEY')

// People sign in; without a client id there would be keys alone.
param authClientId = readEnvironmentVariable('SCOREGUARD_AUTH_CLIENT_ID', '')
param publicUrl = readEnvironmentVariable('SCOREGUARD_PUBLIC_URL', '')

// A domain of your own is deployed twice: unverified, to learn its DNS records, then verified.
param mailTransport = 'acs'
param mailDomain = readEnvironmentVariable('SCOREGUARD_MAIL_DOMAIN', '')
param mailDomainVerified = readEnvironmentVariable('SCOREGUARD_MAIL_DOMAIN_VERIFIED', 'false') == 'true'
param mailTo = readEnvironmentVariable('SCOREGUARD_MAIL_TO')
param alertReceivers = readEnvironmentVariable('SCOREGUARD_ALERT_RECEIVERS')

param storageSku = 'Standard_ZRS'
param logRetentionDays = 90
param blobRetentionDays = 90

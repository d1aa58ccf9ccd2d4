// A development environment, for `az deployment sub create`. azd reads main.parameters.json instead.
using 'main.bicep'

param environmentName = 'dev'
param location = 'westeurope'
param operatorPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')

// Secrets are read from the environment of whoever deploys, never from a file.
param readKey = readEnvironmentVariable('SCOREGUARD_READ_KEY')
param operateKey = readEnvironmentVariable('SCOREGUARD_OPERATE_KEY')

param mailTransport = 'acs'
param mailTo = readEnvironmentVariable('SCOREGUARD_MAIL_TO', '')
param alertReceivers = readEnvironmentVariable('SCOREGUARD_ALERT_RECEIVERS', '')

param storageSku = 'Standard_LRS'
param logRetentionDays = 30
param blobRetentionDays = 7
